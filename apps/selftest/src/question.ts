import { chooseWorkload, hostWorkOf } from '@crossover/measure';
import type { HostWork } from '@crossover/measure';

/** The kernel whose operations are compared: its items are alike, and no item's time depends on another one. */
export const KERNEL = 'nbody';

/** Systems in the base; a slow-down of a quarter of a per cent is one system more. */
const SYSTEMS = 400;

/** Makes an operation of the base last a few milliseconds. */
const STEPS = 100;

/** One operation with its true time, in operations of the base. */
export interface Variant {
  readonly work: HostWork;
  /** 1.05: takes 5 % longer than the base, because it has 5 % more items of the same kind. */
  readonly truth: number;
}

/**
 * The base made longer.
 * @param slowDown as a share: 0.05 for 5 % more work, 0 for the same again
 * @throws CrossoverError `usage` when no whole number of items makes it so much longer
 */
export async function variantOf(slowDown: number, signal: AbortSignal): Promise<Variant> {
  const systems = Math.round(SYSTEMS * (1 + slowDown));
  const set = { systems, steps: STEPS };
  const workload = await chooseWorkload({ kernel: KERNEL, workload: 'medium', set }, signal);
  return { work: hostWorkOf(workload), truth: systems / SYSTEMS };
}
