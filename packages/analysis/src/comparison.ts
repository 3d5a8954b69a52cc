import { UNBOUNDED } from '@crossover/model';
import { meanOf, ratioOf, signTest } from '@crossover/statistics';
import { logRatios } from './log-ratios.ts';
import { cpuWitness } from './cpu-witness.ts';
import { TRIAL_VALUES } from './trial-value.ts';
import type { MeasuredContrast } from './time-table.ts';
import type { CellTrials } from './cell-trials.ts';
import type { CpuWitness } from './cpu-witness.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Comparison, Estimate, Metric, Noise } from '@crossover/model';
import type { Mean } from '@crossover/statistics';

/** What the noise of a run does to its judgements. */
export type NoiseEffect = Pick<Noise, 'level' | 'inflation' | 'verdictsWithheld' | 'mixed'>;

/** Two cells compared, and not yet judged: a verdict depends on what else is asked. */
export interface OpenComparison extends Pick<
  Comparison,
  'kernel' | 'base' | 'subject' | 'speedUp' | 'signTest' | 'cpuSpeedUp'
> {
  /** Of ln(base ÷ subject), block by block. */
  readonly logs: Mean;
  /** Where both cells compute on one thread. */
  readonly witness?: CpuWitness;
}

/**
 * Compares two cells over the blocks that hold both; undefined when there is no such block.
 * @param metric what to compare them by; the speed-up is the ratio of that
 */
export function compareCells(
  kernel: KernelTrials,
  base: CellTrials,
  subject: CellTrials,
  { level, inflation }: NoiseEffect,
  metric: Metric = 'wall',
): OpenComparison | undefined {
  const measured = measure(kernel, base, subject, metric);
  if (measured === undefined) return undefined;
  const { values, logs } = measured;
  const signs = signTestRatio(values, inflation);
  const witness = metric === 'wall' ? cpuWitness(kernel, base, subject) : undefined;
  return {
    kernel: subject.cell.kernel,
    base: base.cell.id,
    subject: subject.cell.id,
    speedUp: ratioOf(logs, { level, inflation }),
    ...(signs && { signTest: signs }),
    ...(witness && { witness, cpuSpeedUp: ratioOf(witness.logs, { level, inflation }) }),
    logs,
  };
}

/** What is no time has a spread of its own in every cell, and borrows from none. */
function measure(
  { wall, cpu }: KernelTrials,
  base: CellTrials,
  subject: CellTrials,
  metric: Metric,
): MeasuredContrast | undefined {
  const terms = [
    { trials: base, weight: 1 },
    { trials: subject, weight: -1 },
  ];
  if (metric === 'wall') return wall.contrast(terms);
  if (metric === 'cpu') return cpu.contrast(terms);
  const values = logRatios(base, subject, TRIAL_VALUES[metric]);
  return values.length === 0 ? undefined : { values, logs: meanOf(values) };
}

/** Median of the ratios with the interval of the sign test, as much wider as all intervals of the run. */
function signTestRatio(logs: readonly number[], inflation: number): Estimate | undefined {
  const signs = signTest(logs);
  if (signs === undefined) return undefined;
  const { estimate, low, high } = signs;
  return {
    estimate: Math.exp(estimate),
    low: Math.exp(estimate - inflation * (estimate - low)),
    high: Math.min(UNBOUNDED, Math.exp(estimate + inflation * (high - estimate))),
  };
}
