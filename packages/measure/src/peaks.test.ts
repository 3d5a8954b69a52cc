import { cellOf } from '@crossover/model';
import { expect, test } from 'vitest';
import { threadCounts } from './peaks.ts';

function kernel(...workers: readonly number[]): Parameters<typeof threadCounts>[0][number] {
  const parts = { kernel: 'sum', workload: 'smoke', lane: 'rust', mode: 'worker-threads' } as const;
  return { cells: workers.map((count) => cellOf({ ...parts, workers: count }, true)) };
}

test.each([
  [[1], 1, [1]],
  [[1, 2], 2, [1, 2]],
  [[1, 2, 4], 2, [1, 2]],
  [[8, 4, 1], 8, [1, 4, 8]],
  [[2, 3, 4, 5, 6, 7], 8, [1, 2, 3, 8]],
  [[], 4, [1, 4]],
])('cells with %j workers on %i cores need the peaks of %j threads', (workers, cores, counts) => {
  expect(threadCounts([kernel(...workers), kernel(1)], cores)).toEqual(counts);
});
