import { OPERATION_PHASES } from '@crossover/model';
import { cpuOf, wallOf } from './cell-trials.ts';
import type { CompletedTrial, Metric } from '@crossover/model';

/** One number of a trial; undefined where it does not tell. A 0 has no logarithm, and is compared with nothing. */
export type TrialValue = (trial: CompletedTrial) => number | undefined;

/** Where a trial has what cells can be compared by. */
export const TRIAL_VALUES: Readonly<Record<Metric, TrialValue>> = {
  wall: wallOf,
  cpu: cpuOf,
  start: ({ phasesNs }) => phasesNs.spawn + phasesNs.load,
  copies: copiesOf,
  'peak-memory': ({ peakRssBytes }) => peakRssBytes,
  'proportional-memory': ({ pssBytes }) => pssBytes,
};

/**
 * Time of an operation ÷ what is left of it without `transport`. A ratio of transport times would be none: between
 * threads nothing is sent, and any time is infinitely many times 0.
 */
function copiesOf({ phasesNs }: CompletedTrial): number | undefined {
  const whole = OPERATION_PHASES.reduce((sum, phase) => sum + phasesNs[phase], 0);
  const rest = whole - phasesNs.transport;
  return rest > 0 ? whole / rest : undefined;
}
