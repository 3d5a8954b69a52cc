import { expect, test } from 'vitest';
import { loadWork } from './workload-inputs.ts';
import { plannedWork } from './planned-work.ts';

test('bytes that must move are all regions once, or what the kernel says', async () => {
  const matmul = await loadWork({ kernel: 'matmul', parameters: { size: 10 }, inputSeed: 1 });
  expect(plannedWork(matmul)).toMatchObject({ arithmetic: 2000, bytes: 2400, arenaBytes: 2400 });
  const triad = await loadWork({ kernel: 'triad', parameters: { blocks: 2, length: 5 }, inputSeed: 1 });
  // Two sweeps of 24 bytes for each element, over four vectors of eight.
  expect(plannedWork(triad)).toMatchObject({ arithmetic: 40, bytes: 480, arenaBytes: 320 });
});

test('an input that leaves nothing to compute has no count', async () => {
  const parameters = { pairs: 3, longest: 0 };
  const work = await loadWork({ kernel: 'levenshtein', parameters, inputSeed: 1 });
  expect(plannedWork(work)).toEqual({
    kind: 'not-counted',
    reason: 'this input leaves nothing to compute',
  });
});

test('what a kernel does not count keeps its reason', async () => {
  const work = await loadWork({ kernel: 'nqueens', parameters: { size: 4 }, inputSeed: 1 });
  expect(plannedWork(work)).toMatchObject({ kind: 'not-counted', reason: expect.stringContaining('trying') });
});
