import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { KERNEL_IDS } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { bindInputs } from './bound-workload.ts';
import { prepare } from './workload.ts';

// A lane that works on several items at once meets all numbers of items that are left over.
const SIZES = [1, 2, 3, 5, 7, 8, Number.POSITIVE_INFINITY];
const hasCargo = spawnSync('cargo', ['--version']).status === 0;
const workloads = await Promise.all(KERNEL_IDS.map((id) => prepare(id, 'smoke')));

describe.each(workloads)('$kernel.id', ({ kernel, parameters, digest, job }) => {
  const lanes = lanesOf(kernel.id)
    .filter(({ id }) => kernel.absent?.[id] === undefined)
    .filter(({ source }) => hasCargo || !source.endsWith('.rs'));

  test.each(lanes)('$id gives the same answer in chunks of any size', async (lane) => {
    const { views, operate } = await bindInputs(lane, kernel, parameters, job(lane.id, 1).inputs);
    for (const size of SIZES) {
      operate(size);
      expect([size, kernel.digest(views, parameters)]).toEqual([size, digest]);
    }
  });
});
