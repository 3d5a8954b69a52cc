import { isDeepStrictEqual } from 'node:util';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { bindInputs } from './bound-workload.ts';
import { copyOf, outputBytes } from './workload.ts';
import type { KernelSpec, Lane, Parameters, Views } from '@crossover/model';

/** Something for a kernel to compute. */
export interface KernelInput {
  readonly parameters: Parameters;
  readonly inputs: Views;
  /** Compares the outputs with an independent source, where there is one; throws when they differ. */
  readonly check?: (outputs: Views) => void;
}

/** The lanes of a kernel that this machine offers, the plain ones first. */
export async function lanesHere(kernel: string): Promise<readonly Lane[]> {
  const lanes = lanesOf(kernel);
  const problems = await Promise.all(lanes.map(async (lane) => await lane.unavailable(kernel)));
  return lanes.filter((_, i) => problems[i] === undefined);
}

/**
 * What is wrong with how lanes compute that input, in words; nothing where all of them give the same outputs, however
 * the items are divided, and leave their inputs alone.
 * @throws Error when the outputs are the same but not right.
 */
export async function disagreements(
  kernel: KernelSpec,
  lanes: readonly Lane[],
  { parameters, inputs, check }: KernelInput,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const before = copyOf(inputs);
  let first: Views | undefined;
  for (const lane of lanes) {
    const { views, operate } = await bindInputs(lane, kernel, parameters, inputs);
    for (const chunkSize of [Number.POSITIVE_INFINITY, 1, 3]) {
      operate(chunkSize);
      first ??= copyOf(views);
      const where = `${lane.id} in chunks of ${chunkSize}`;
      const [digest, expected] = [views, first].map((outputs) => kernel.digest(outputs, parameters));
      if (digest !== expected) problems.push(`${where}: expected ${expected}, got ${digest}`);
      // Other lanes than the plain ones may differ where the digest does not show it.
      const agrees = isDeepStrictEqual(outputBytes(kernel, views), outputBytes(kernel, first));
      if (!agrees && lane.standing !== 'tuned') problems.push(`${where}: other bytes`);
    }
    for (const name of Object.keys(inputs)) {
      if (!isDeepStrictEqual(views[name], before[name])) problems.push(`${lane.id}: changed ${name}`);
    }
  }
  if (problems.length === 0 && first !== undefined) check?.(first);
  return problems;
}
