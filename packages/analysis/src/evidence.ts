import { groupTrials } from './kernel-trials.ts';
import { intervalLevel } from './interval-level.ts';
import { noiseOfRun } from './noise.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Noise } from '@crossover/model';

/** What every conclusion from a run is drawn from. */
export interface Evidence {
  /** In the order of the plan. */
  readonly kernels: readonly KernelTrials[];
  readonly noise: Noise;
}

/** Sorts out the trials of a run, and asks its twins what noise does. */
export function evidenceOf({ head, plan, records }: MeasuredRun): Evidence {
  const kernels = groupTrials(plan.kernels, records);
  return { kernels, noise: noiseOfRun(head, kernels, intervalLevel(plan.settings)) };
}
