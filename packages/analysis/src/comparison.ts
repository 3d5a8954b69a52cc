import { UNBOUNDED } from '@crossover/model';
import { meanOf, ratioOf, signTest } from '@crossover/statistics';
import { contrast } from './contrast.ts';
import type { TrialValue } from './trial-value.ts';
import type { CellTrials } from './cell-trials.ts';
import type { Comparison, Estimate, Noise } from '@crossover/model';
import type { Mean } from '@crossover/statistics';

/** What the noise of a run does to its judgements. */
export type NoiseEffect = Pick<Noise, 'level' | 'inflation' | 'verdictsWithheld' | 'mixed'>;

/** Two cells compared, and not yet judged: a verdict depends on what else is asked. */
export interface OpenComparison extends Pick<
  Comparison,
  'kernel' | 'base' | 'subject' | 'speedUp' | 'signTest'
> {
  /** Of ln(base ÷ subject), block by block. */
  readonly logs: Mean;
}

/**
 * Compares two cells over the blocks that hold both; undefined when there is no such block.
 * @param valueOf what to compare them by in place of wall time; the speed-up is then the ratio of that
 */
export function compareCells(
  base: CellTrials,
  subject: CellTrials,
  { level, inflation }: NoiseEffect,
  valueOf?: TrialValue,
): OpenComparison | undefined {
  const terms = [
    { trials: base, weight: 1 },
    { trials: subject, weight: -1 },
  ];
  const differences = contrast(terms, valueOf);
  if (differences.length === 0) return undefined;
  const logs = meanOf(differences);
  const signs = signTestRatio(differences, inflation);
  return {
    kernel: subject.cell.kernel,
    base: base.cell.id,
    subject: subject.cell.id,
    speedUp: ratioOf(logs, { level, inflation }),
    ...(signs && { signTest: signs }),
    logs,
  };
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
