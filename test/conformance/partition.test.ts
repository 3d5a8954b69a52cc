import { layOut } from '@crossover/model';
import { expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { loadKernel } from '../../packages/kernels/dist/index.js';
import { outputBytes, prepare } from './workload.ts';
import type { Job } from '@crossover/model';

const parallel = ['worker-threads', 'processes'] as const;

/** Sixteen rows: fewer than the workers that are started for them. */
async function tinyJob(workers: number): Promise<Job> {
  const kernel = await loadKernel('mandelbrot');
  const parameters = { size: 16 };
  const layout = layOut(kernel, parameters, {});
  return { kernelId: kernel.id, lane: 'typescript', parameters, layout, inputs: {}, workers };
}

test.each(parallel)('%s may have more workers than there are items', async (id) => {
  const { kernel } = await prepare('mandelbrot', 'smoke');
  const alone = await modeOf('single-thread').start(await tinyJob(1));
  const many = await modeOf(id).start(await tinyJob(20));
  try {
    await alone.run();
    await many.run();
    expect(outputBytes(kernel, many.views)).toEqual(outputBytes(kernel, alone.views));
  } finally {
    await many.close();
  }
});

test.each([0, 65, 1.5])('%d workers are refused before anything is started', async (workers) => {
  const job = await tinyJob(workers);
  for (const id of parallel) {
    await expect(modeOf(id).start(job)).rejects.toMatchObject({ failure: { code: 'usage' } });
  }
});
