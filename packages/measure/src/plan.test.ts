import { loadKernel } from '@crossover/kernels';
import { expect, test } from 'vitest';
import { planKernel } from './plan.ts';
import type { Parameters } from '@crossover/model';

/** The passes that are planned of a kernel. */
async function passesOf(id: string, parameters: Parameters) {
  const kernel = await loadKernel(id);
  const workload = {
    kernel,
    name: 'custom',
    parameters,
    inputSeed: 1,
    digest: '',
    digestFrom: 'truth',
  } as const;
  const { passes } = await planKernel(workload, []);
  return passes;
}

test('a plan counts the calls of an operation where the host calls a function once per item', async () => {
  const calls = 10 * 3;
  expect(await passesOf('calls', { calls: 10, length: 2, rounds: 3 })).toEqual(
    ['noop', 'addNumbers', 'sumArray', 'dotArrays'].map((name) => ({ name, calls })),
  );
});

test('a plan names the passes of other kernels, in order', async () => {
  expect(await passesOf('triad', { blocks: 2, length: 2 })).toEqual([{ name: 'triad' }, { name: 'triad' }]);
});
