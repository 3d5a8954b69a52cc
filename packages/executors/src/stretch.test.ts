import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { bindShares, expectedShares, jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { fillArena } from './binding.ts';
import { claim, localCursor } from './claim.ts';
import { runPasses } from './pass-loop.ts';
import { notYetBusy } from './phase-clock.ts';
import { scheduleOf } from './schedule.ts';
import { bindingOfStretch, Stretch } from './stretch.ts';
import type { Binding } from './binding.ts';
import type { BoundKernel, Job } from '@crossover/model';
import type { Sharing } from './pass-loop.ts';

/** The kernel bound to an arena, as a thread would have it, and a note of each pass that it enters. */
function threadOf(job: Job, arena: ArrayBuffer, stretch: Stretch): { binding: Binding; entered: number[] } {
  const entered: number[] = [];
  const bound: BoundKernel = { ...bindShares(job.layout, arena), enter: (pass) => entered.push(pass) };
  const own = { kernel: segmentShares, bound, schedule: scheduleOf(segmentShares, job) };
  return { entered, binding: bindingOfStretch(own, job, new Stretch(stretch.memory)) };
}

/** Has all threads execute what the stretch says, so many chunks each; the last one whatever is left. */
function executeBy(threads: readonly Binding[], chunksEach: number): void {
  const cursor = localCursor();
  for (const [index, { bound, schedule }] of threads.entries()) {
    let left = index + 1 < threads.length ? chunksEach : Number.POSITIVE_INFINITY;
    const sharing: Sharing = {
      claim: (cut, taken) => (left-- > 0 ? claim(cut, cursor, { worker: index, taken }) : undefined),
      barrier: () => true,
    };
    runPasses(bound, schedule, sharing, notYetBusy());
  }
}

test('stretch after stretch, threads cover all items of all passes', () => {
  const size = integer({ min: 0, max: 60 });
  assert(
    property(size, integer({ min: 1, max: 4 }), integer({ min: 1, max: 60 }), (items, workers, length) => {
      const job = jobOf(items, 2, workers);
      const arena = new ArrayBuffer(job.layout.byteLength);
      const views = fillArena(job, arena);
      const stretch = new Stretch();
      const threads = Array.from({ length: workers }, () => threadOf(job, arena, stretch).binding);
      for (const pass of [0, 1, 0, 1]) {
        for (let start = 0; start < items; start += length) {
          stretch.write({ pass, first: start === 0, start, end: Math.min(items, start + length) });
          executeBy(threads, 2);
        }
      }
      expect(segmentShares.digest(views, job.parameters)).toBe(expectedShares(job));
    }),
  );
});

test('a thread enters a sweep with the first chunk of it that it gets, and once', () => {
  const job = jobOf(64, 1, 2);
  const stretch = new Stretch();
  const arena = new ArrayBuffer(job.layout.byteLength);
  fillArena(job, arena);
  const [one, other] = [threadOf(job, arena, stretch), threadOf(job, arena, stretch)];
  const work = (pass: number, first: boolean, threads: readonly Binding[]): void => {
    stretch.write({ pass, first, start: 0, end: 32 });
    executeBy(threads, 10);
  };
  work(0, true, [one.binding]);
  work(0, false, [one.binding, other.binding]);
  work(1, true, [one.binding, other.binding]);
  work(0, true, [other.binding]);
  expect([one.entered, other.entered]).toEqual([
    [0, 1],
    [0, 1, 0],
  ]);
});

test('before anything was written there is nothing to do', () => {
  const job = jobOf(64, 1, 2);
  const { binding } = threadOf(job, new ArrayBuffer(job.layout.byteLength), new Stretch());
  expect(binding.schedule).toMatchObject({ items: 0, sweeps: 1, passes: 2 });
});
