import { expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { KERNEL_IDS } from '../../packages/kernels/dist/index.js';
import { LANES } from '../fixtures/lanes.ts';
import { prepare, spoilOutputs } from './workload.ts';

const mode = modeOf('worker-threads');
const placement = mode.placements.find(({ id }) => id === 'shared-memory')!;

/** The kernels that the placement is offered for. */
async function offeredIn(lane: string): Promise<readonly string[]> {
  const problems = await Promise.all(KERNEL_IDS.map((kernel) => placement.unavailable(lane, kernel)));
  return KERNEL_IDS.filter((_, index) => problems[index] === undefined);
}

const offered = await offeredIn('assemblyscript');
const cells = offered.flatMap((kernel) => [1, 3].map((workers) => ({ kernel, workers })));

test('kernels that keep data in memory, or allocate, are not offered one memory for all instances', async () => {
  // Not sha256 and sieve, which have tables; nor pidigits and binary-trees, which allocate; nor calls.
  expect(offered).toEqual(['mandelbrot', 'matmul', 'spectral-norm', 'triad', 'xxh64']);
  for (const lane of LANES.filter((id) => id !== 'assemblyscript')) {
    expect([lane, await offeredIn(lane)]).toEqual([lane, []]);
  }
});

test.each(cells)('$workers instances in one memory copy nothing, and are right: $kernel', async (cell) => {
  const { kernel, parameters, digest, job } = await prepare(cell.kernel, 'smoke');
  const own = await mode.start(job('assemblyscript', cell.workers));
  expect((await own.run()).marshal).toBeGreaterThan(0);
  await own.close();
  const executor = await mode.start({ ...job('assemblyscript', cell.workers), placement: placement.id });
  for (const _ of ['the first operation', 'the second']) {
    spoilOutputs(kernel, executor.views);
    expect((await executor.run()).marshal).toBe(0);
    expect(kernel.digest(executor.views, parameters)).toBe(digest);
  }
  await executor.close();
});

test('a job that cannot have it fails to start, and is placed nowhere else', async () => {
  const { job } = await prepare('sha256', 'smoke');
  const failure = { code: 'mode-unavailable', message: expect.stringContaining('cannot have one memory') };
  const starting = mode.start({ ...job('assemblyscript', 2), placement: placement.id });
  await expect(starting).rejects.toMatchObject({ failure });
});
