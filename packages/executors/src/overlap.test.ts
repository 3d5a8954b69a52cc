import { assert, asyncProperty, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { bindShares, expectedShares, jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { fillArena } from './binding.ts';
import { notYetBusy } from './phase-clock.ts';
import { overlap } from './overlap.ts';
import { scheduleOf } from './schedule.ts';
import type { BoundKernel, Job } from '@crossover/model';

/** The kernel in an arena of its own, and what it has computed there. */
function boundTo(job: Job): { readonly bound: BoundKernel; readonly digest: () => string } {
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  return { bound: bindShares(job.layout, arena), digest: () => segmentShares.digest(views, job.parameters) };
}

test('any number of tasks gives the answer that one loop gives, pass after pass', async () => {
  const size = integer({ min: 0, max: 60 });
  await assert(
    asyncProperty(size, integer({ min: 1, max: 9 }), integer({ min: 1, max: 3 }), async (...parts) => {
      const [items, tasks, rounds] = parts;
      const job = jobOf(items, rounds, tasks);
      const { bound, digest } = boundTo(job);
      await overlap(bound, scheduleOf(segmentShares, job), notYetBusy());
      expect(digest()).toBe(expectedShares(job));
    }),
  );
});

test('the event loop turns between chunks, and never within one', async () => {
  const job = jobOf(64, 1, 4);
  const { bound } = boundTo(job);
  const seen: string[] = [];
  const noting: BoundKernel = {
    ...bound,
    run: (pass, start, end) => {
      queueMicrotask(() => seen.push('microtask'));
      bound.run(pass, start, end);
      seen.push(`pass ${pass}`);
    },
  };
  let turning = true;
  const turn = (): void => {
    seen.push('turn');
    if (turning) setImmediate(turn);
  };
  setImmediate(turn);
  await overlap(noting, scheduleOf(segmentShares, job), notYetBusy());
  turning = false;
  const passes = seen.filter((what) => what.startsWith('pass'));
  expect(passes).toHaveLength(2 * 64);
  expect(passes).toEqual(passes.toSorted());
  // 64 chunks of one item, four at a time.
  expect(seen.filter((what) => what === 'turn').length).toBeGreaterThanOrEqual(2 * 15);
});

test('when the kernel throws, no task goes on', async () => {
  const job = jobOf(64, 1, 4);
  const { bound } = boundTo(job);
  let chunks = 0;
  const broken: BoundKernel = {
    ...bound,
    run: () => {
      chunks++;
      if (chunks === 6) throw new Error('broken');
    },
  };
  await expect(overlap(broken, scheduleOf(segmentShares, job), notYetBusy())).rejects.toThrow('broken');
  await new Promise(setImmediate);
  expect(chunks).toBe(6);
});
