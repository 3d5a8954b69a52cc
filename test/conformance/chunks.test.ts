import { spawnSync } from 'node:child_process';
import { viewsOf } from '@crossover/model';
import { describe, expect, test } from 'vitest';
import { KERNEL_IDS } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { prepare, spoilOutputs } from './workload.ts';
import type { Lane, Views } from '@crossover/model';
import type { PreparedWorkload } from './workload.ts';

// A lane that works on several items at once meets all numbers of items that are left over.
const SIZES = [1, 2, 3, 5, 7, 8, Number.POSITIVE_INFINITY];
const hasCargo = spawnSync('cargo', ['--version']).status === 0;
const workloads = await Promise.all(KERNEL_IDS.map((id) => prepare(id, 'smoke')));

/** The outputs of all items, taken in chunks of that size by the calling thread. */
async function outputsInChunks(lane: Lane, workload: PreparedWorkload, size: number): Promise<Views> {
  const { kernel, parameters } = workload;
  const { layout, inputs } = workload.job(lane.id, 1);
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  for (const [name, input] of Object.entries(inputs)) views[name]!.set(input);
  spoilOutputs(kernel, views);
  const bound = await lane.bind({ kernel, parameters, layout, arena });
  const sweeps = kernel.passes.length * (kernel.rounds?.(parameters) ?? 1);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const pass = sweep % kernel.passes.length;
    bound.enter(pass);
    for (let start = 0; start < layout.items; start += size) {
      const end = Math.min(layout.items, start + size);
      bound.load(pass, start, end);
      bound.run(pass, start, end);
      bound.store(pass, start, end);
    }
  }
  return views;
}

describe.each(workloads)('$kernel.id', (workload) => {
  const { kernel, parameters, digest } = workload;
  const lanes = lanesOf(kernel.id)
    .filter(({ id }) => kernel.absent?.[id] === undefined)
    .filter(({ source }) => hasCargo || !source.endsWith('.rs'));

  test.each(lanes)('$id gives the same answer in chunks of any size', async (lane) => {
    for (const size of SIZES) {
      const outputs = await outputsInChunks(lane, workload, size);
      expect([size, kernel.digest(outputs, parameters)]).toEqual([size, digest]);
    }
  });
});
