import { expect, test } from 'vitest';
import { jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { alone, runPasses } from './pass-loop.ts';
import { notYetBusy } from './phase-clock.ts';
import { scheduleOf } from './schedule.ts';
import type { BoundKernel } from '@crossover/model';

/** A kernel that writes down what it is asked to do. */
function recorder(): { readonly calls: string[]; readonly bound: BoundKernel } {
  const calls: string[] = [];
  const step = (name: string) => (pass: number, start: number, end: number) => {
    calls.push(`${name} ${pass} [${start}, ${end})`);
  };
  const enter = (pass: number): void => {
    calls.push(`enter ${pass}`);
  };
  return { calls, bound: { enter, load: step('load'), run: step('run'), store: step('store') } };
}

test('a pass is entered once, and each of its chunks is loaded, run and stored', () => {
  const { calls, bound } = recorder();
  runPasses(bound, scheduleOf(segmentShares, jobOf(2, 1, 1)), alone(), notYetBusy());
  const chunks = ['[0, 1)', '[1, 2)'];
  const expected = [0, 1].map((pass) => [
    `enter ${pass}`,
    chunks.map((chunk) => ['load', 'run', 'store'].map((name) => `${name} ${pass} ${chunk}`)),
  ]);
  expect(calls).toEqual(expected.flat(3));
});

test('a worker that finds nothing to do does not enter the pass', () => {
  const { calls, bound } = recorder();
  const nothing = { claim: () => undefined, barrier: () => true };
  runPasses(bound, scheduleOf(segmentShares, jobOf(2, 1, 1)), nothing, notYetBusy());
  expect(calls).toEqual([]);
});

test('a worker leaves an operation that is given up at a barrier', () => {
  const { calls, bound } = recorder();
  const sharing = { ...alone(), barrier: () => false };
  runPasses(bound, scheduleOf(segmentShares, jobOf(1, 1, 1)), sharing, notYetBusy());
  expect(calls).toEqual(['enter 0', 'load 0 [0, 1)', 'run 0 [0, 1)', 'store 0 [0, 1)']);
});

test('what a kernel throws passes through', () => {
  const bound: BoundKernel = {
    ...recorder().bound,
    run: () => {
      throw new RangeError('no such item');
    },
  };
  const schedule = scheduleOf(segmentShares, jobOf(1, 1, 1));
  expect(() => runPasses(bound, schedule, alone(), notYetBusy())).toThrow('no such item');
});
