import { BASE_LANE, BASE_MODE, failureOf } from '@crossover/model';
import { describe, expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { KERNEL_IDS, loadKernel, seededRandom } from '../../packages/kernels/dist/index.js';
import { disagreements, lanesHere } from './agreement.ts';
import { jobsOf, outputBytes, spoilOutputs } from './workload.ts';
import type { KernelSpec, Parameters } from '@crossover/model';
import type { KernelInput } from './agreement.ts';

/** Steps above the least value, taken by all parameters at once. */
const STEPS = [0, 1, 2, 4, 9];
/** More workers than some of these workloads have items; a lane that computes in the arena, and one that copies. */
const PLACEMENTS = [
  { mode: 'worker-threads', workers: 3, lane: 'typescript' },
  { mode: 'processes', workers: 2, lane: 'assemblyscript' },
];
const SEED = 42;

const kernels = await Promise.all(KERNEL_IDS.map(loadKernel));

/** Values close to the least, none above the smallest workload's: of all parameters, and of each beside the others'. */
function oddParameters({ parameters, workloads }: KernelSpec): readonly Parameters[] {
  const smoke = workloads.smoke.parameters;
  const least = (steps: number): Parameters =>
    Object.fromEntries(
      Object.entries(parameters).map(([name, { minimum, multipleOf = 1 }]) => [
        name,
        Math.max(minimum, Math.min(smoke[name]!, minimum + steps * multipleOf)),
      ]),
    );
  const leastAlone = (name: string): Parameters => ({ ...smoke, [name]: least(0)[name]! });
  return [...STEPS.map(least), ...Object.keys(parameters).map(leastAlone)];
}

/** The input that is drawn for these parameters, or nothing where the kernel refuses them, as it may by a usage error. */
function inputOf(kernel: KernelSpec, parameters: Parameters): readonly KernelInput[] {
  try {
    return [{ parameters, inputs: kernel.generate(parameters, seededRandom(SEED)) }];
  } catch (error) {
    if (failureOf(error).code === 'usage') return [];
    throw error;
  }
}

describe.each(kernels)('$id with odd parameters', (kernel) => {
  const inputs = oddParameters(kernel).flatMap((parameters) => inputOf(kernel, parameters));

  test('gives the same answer in all lanes', async () => {
    expect(inputs.length).toBeGreaterThan(0);
    const lanes = await lanesHere(kernel.id);
    for (const input of inputs) expect(await disagreements(kernel, lanes, input)).toEqual([]);
  });

  test.each(PLACEMENTS)('gives the same answer in $mode', async ({ mode, workers, lane }) => {
    const { parameters, inputs: least } = inputs[0]!;
    const job = jobsOf(kernel, parameters, least);
    const alone = await modeOf(BASE_MODE).start(job(BASE_LANE, 1));
    await alone.run();
    const executor = await modeOf(mode).start(job(lane, workers));
    try {
      spoilOutputs(kernel, executor.views);
      await executor.run();
      expect(outputBytes(kernel, executor.views)).toEqual(outputBytes(kernel, alone.views));
    } finally {
      await executor.close();
    }
  });
});
