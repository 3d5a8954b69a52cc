import { expect, test } from 'vitest';
import { ownCounters, sumOfCounters } from './process-counters.ts';

test('what one process cannot tell is absent from the sum, and nothing else is', () => {
  expect(
    sumOfCounters([
      { runQueueNs: 1, involuntarySwitches: 2, gcNs: 3 },
      { runQueueNs: 10, gcNs: 30 },
    ]),
  ).toEqual({ runQueueNs: 11, gcNs: 33 });
  expect(sumOfCounters([{ gcNs: 5 }])).toEqual({ gcNs: 5 });
});

test('counters of this process never fall', async () => {
  const before = await ownCounters();
  const after = await ownCounters();
  expect(Object.keys(after)).toEqual(Object.keys(before));
  for (const field of ['runQueueNs', 'involuntarySwitches', 'gcNs'] as const) {
    expect(after[field] ?? 0).toBeGreaterThanOrEqual(before[field] ?? 0);
  }
});

test('garbage that is collected takes time, which the counters show', async () => {
  const before = await ownCounters();
  let kept: readonly object[] = [];
  for (let round = 0; round < 300; round++) kept = Array.from({ length: 10_000 }, (_, index) => ({ index }));
  expect(kept).toHaveLength(10_000);
  const after = await ownCounters();
  expect(after.gcNs).toBeGreaterThan(before.gcNs);
});
