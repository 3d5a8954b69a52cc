// What reading the counters costs a sample, in microseconds: `pnpm build && node scripts/reading-cost.ts`.
// All modes in one process, in turns, on a kernel small enough not to matter.
import { readCounters } from '../packages/environment/dist/index.js';
import { modeOf } from '../packages/executors/dist/index.js';
import { loadKernel, seededRandom } from '../packages/kernels/dist/index.js';
import { layOut } from '../packages/model/dist/index.js';
import type { Executor } from '@crossover/model';

const KERNEL = 'mandelbrot';
const WORKERS = 2;
const ROUNDS = 500;
const MODES = ['single-thread', 'worker-threads', 'processes'];
/** One before the sample, one after it. */
const READINGS = 2;

async function started(mode: string): Promise<Executor> {
  const kernel = await loadKernel(KERNEL);
  const { parameters, seed } = kernel.workloads.smoke;
  const inputs = kernel.generate(parameters, seededRandom(seed));
  const layout = layOut(kernel, parameters, inputs);
  const workers = modeOf(mode).parallel ? WORKERS : 1;
  return modeOf(mode).start({ kernelId: KERNEL, lane: 'typescript', parameters, layout, inputs, workers });
}

const subjects: { readonly mode: string; readonly executor: Executor; readonly times: number[] }[] = [];
for (const mode of MODES) subjects.push({ mode, executor: await started(mode), times: [] });
for (let round = 0; round < ROUNDS; round++) {
  for (const { executor, times } of subjects) {
    await executor.run();
    const start = performance.now();
    for (let reading = 0; reading < READINGS; reading++) {
      await executor.counters();
      readCounters();
    }
    times.push(1e3 * (performance.now() - start));
  }
}
for (const { mode, executor, times } of subjects) {
  const sorted = times.toSorted((a, b) => a - b);
  const [least = 0, median = 0] = [sorted[0], sorted[ROUNDS >> 1]];
  console.log(`${mode}: at least ${least.toFixed(0)} µs per sample, median ${median.toFixed(0)} µs`);
  await executor.close();
}
