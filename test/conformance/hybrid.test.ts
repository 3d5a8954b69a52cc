import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { modeOf, splitsOf } from '../../packages/executors/dist/index.js';
import { offersProportionalMemory } from '../fixtures/offered.ts';
import { outputBytes, prepare, spoilOutputs } from './workload.ts';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import type { Executor } from '@crossover/model';
import type { WorkerSplit } from '../../packages/executors/dist/index.js';

/** Kernels of one pass, of many, of segments, of a program that holds strings, and of a single item. */
const CELLS: readonly (readonly [kernel: string, lane: string, splits: readonly WorkerSplit[]])[] = [
  ['mandelbrot', 'typescript', splitsOf(1)],
  ['spectral-norm', 'typescript', [...splitsOf(3), { processes: 2, threads: 2 }]],
  ['spectral-norm', 'assemblyscript', splitsOf(2)],
  ...(RUST_BUILT ? [['spectral-norm', 'rust', splitsOf(2)] as const] : []),
  ['sha256', 'assemblyscript', [{ processes: 2, threads: 2 }]],
  ['word-count', 'typescript', [{ processes: 2, threads: 2 }]],
  ['pidigits', 'typescript', [{ processes: 2, threads: 2 }]],
];

const executors: Executor[] = [];

afterEach(async () => {
  for (const executor of executors.splice(0)) await executor.close();
});

async function started(kernel: string, lane: string, processes: number, threads: number): Promise<Executor> {
  const { job } = await prepare(kernel, 'smoke');
  const executor = await modeOf('hybrid').start({ ...job(lane, processes * threads), processes });
  executors.push(executor);
  return executor;
}

test.each(CELLS)(
  '%s in %s gives the expected answer, however workers are divided',
  async (id, lane, splits) => {
    const { kernel, parameters, digest, job } = await prepare(id, 'smoke');
    const alone = await modeOf('single-thread').start(job(lane, 1));
    executors.push(alone);
    await alone.run();
    for (const { processes, threads } of splits) {
      const executor = await started(id, lane, processes, threads);
      expect(executor.workers).toBe(processes * threads);
      for (const _ of ['the first operation', 'the second']) {
        spoilOutputs(kernel, executor.views);
        const { passes, compute } = await executor.run();
        expect(passes).toHaveLength(kernel.passes.length);
        expect(compute).toBeGreaterThan(0);
        expect(kernel.digest(executor.views, parameters)).toBe(digest);
        expect(outputBytes(kernel, executor.views)).toEqual(outputBytes(kernel, alone.views));
      }
    }
  },
);

test('what all threads of all processes use is counted', async () => {
  const small = await prepare('binary-trees', 'small');
  const executor = await modeOf('hybrid').start({ ...small.job('typescript', 4), processes: 2 });
  executors.push(executor);
  const [cpu, counters] = [await executor.cpuTime(), await executor.counters()];
  // The threads of the children allocate; this process only sends and receives.
  for (let operation = 0; operation < 5; operation++) await executor.run();
  await pause(10);
  const after = await executor.counters();
  expect(await executor.cpuTime()).toBeGreaterThan(cpu);
  expect(after.gcNs).toBeGreaterThan(counters.gcNs!);
  const memory = await executor.proportionalMemory();
  expect(memory !== undefined).toBe(offersProportionalMemory());
  expect(await executor.peakMemory()).toBeGreaterThan(0);
  await expect(executor.collectGarbage()).rejects.toMatchObject({ failure: { code: 'internal' } });
  await executor.run();
});
