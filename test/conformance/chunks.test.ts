import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { spanIn } from '@crossover/model';
import { describe, expect, test } from 'vitest';
import { KERNEL_IDS } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { bindInputs } from './bound-workload.ts';
import { copyOf, prepare, spoilOutputs } from './workload.ts';

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

  test.each(lanes)('$id writes nothing but the slots of the items that it is given', async (lane) => {
    const { layout, inputs } = job(lane.id, 1);
    const { bound, views, operate } = await bindInputs(lane, kernel, parameters, inputs);
    // So that every pass finds something to read.
    operate(Number.POSITIVE_INFINITY);
    const [start, end] = [Math.floor(layout.items / 3), Math.ceil(layout.items / 2)];
    for (const [index, pass] of kernel.passes.slice(0, 4).entries()) {
      const writes: readonly string[] = pass.writes;
      spoilOutputs(kernel, views, writes);
      const before = copyOf(views);
      bound.enter(index);
      bound.load(index, start, end);
      bound.run(index, start, end);
      bound.store(index, start, end);
      for (const [name, view] of Object.entries(views)) {
        const { from, to } = writes.some((written) => written === name)
          ? spanIn(layout, views, name, start, end)
          : { from: 0, to: 0 };
        const [expected, actual] = [before[name]!, view.slice()];
        expected.set(actual.subarray(from, to), from);
        expect([name, isDeepStrictEqual(actual, expected)]).toEqual([name, true]);
      }
    }
  });
});
