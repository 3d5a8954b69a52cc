import type { Calibration, OperationLimit, WarmUp } from '@crossover/model';

/**
 * Limit of a process of which nothing is known yet, in milliseconds: a calibration, or one operation of each
 * cell of a lane. Enough for the large workloads in the slowest lane.
 */
export const UNKNOWN_LIMIT_MS = 600_000;

/**
 * Limit of one operation of which nothing is known yet, in milliseconds: shorter than that of its process, so that whoever does
 * not answer is named.
 */
export const UNKNOWN_OPERATION_LIMIT_MS = 300_000;

/** What any trial may take beyond its operations, in milliseconds: starting, making the input, closing. */
const ALLOWANCE_MS = 60_000;

/** How many times slower than calibrated a trial may be before it counts as hanging. */
const PATIENCE = 5;

/** What a timer can hold, in milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Limit of a trial, in whole milliseconds. */
export function trialLimitMs(calibration: Calibration, warmUp: WarmUp): number {
  const { operationNs, operationsPerSample, samples } = calibration;
  const fewest = Math.max(warmUp.fewestOperations, 2 * warmUp.window);
  const warmUpNs = Math.max(warmUp.mostNs, fewest * operationNs);
  const operationsNs = warmUpNs + samples * operationsPerSample * operationNs;
  return Math.min(LONGEST_TIMER_MS, Math.ceil(ALLOWANCE_MS + (PATIENCE * operationsNs) / 1e6));
}

/** Limit of each operation of a trial, in whole milliseconds; none where the run has none. */
export function operationLimitMs(
  calibration: Calibration | undefined,
  limit: OperationLimit | undefined,
): number | undefined {
  if (limit === undefined) return undefined;
  if (calibration === undefined) return UNKNOWN_OPERATION_LIMIT_MS;
  const limitNs = Math.max(limit.leastNs, limit.times * calibration.operationNs);
  return Math.min(LONGEST_TIMER_MS, Math.ceil(limitNs / 1e6));
}
