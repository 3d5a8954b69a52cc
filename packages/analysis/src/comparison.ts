import { UNBOUNDED } from '@crossover/model';
import { meanOf, ratioOf, signTest, verdictOf } from '@crossover/statistics';
import { contrast } from './contrast.ts';
import type { CellTrials } from './cell-trials.ts';
import type { Comparison, Estimate, Noise, Verdict } from '@crossover/model';

/** What the noise of a run does to its judgements. */
export type NoiseEffect = Pick<Noise, 'inflation' | 'verdictsWithheld'>;

/**
 * Compares two cells over the blocks that hold both; undefined when there is no such block.
 * Each verdict holds at 95 % by itself. A report shows many: some differences among them are chance.
 */
export function compareCells(
  base: CellTrials,
  subject: CellTrials,
  noise: NoiseEffect,
): Comparison | undefined {
  const logs = contrast([
    { trials: base, weight: 1 },
    { trials: subject, weight: -1 },
  ]);
  if (logs.length === 0) return undefined;
  const { inflation, verdictsWithheld } = noise;
  const speedUp = ratioOf(meanOf(logs), { inflation });
  const signs = signTestRatio(logs, inflation);
  const verdict = verdictsWithheld ? 'withheld' : verdictOf(speedUp);
  return {
    kernel: subject.cell.kernel,
    base: base.cell.id,
    subject: subject.cell.id,
    speedUp,
    ...(signs === undefined ? {} : { signTest: signs }),
    verdict,
    ...(signs !== undefined && !confirms(signs, verdict) ? { fragile: true } : {}),
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

/** Whether an interval shows at least the direction that a verdict claims. */
function confirms({ low, high }: Estimate, verdict: Verdict): boolean {
  switch (verdict) {
    case 'faster':
    case 'slightly-faster':
      return low > 1;
    case 'slower':
    case 'slightly-slower':
      return high < 1;
    case 'same':
    case 'inconclusive':
    case 'withheld':
      return true;
  }
}
