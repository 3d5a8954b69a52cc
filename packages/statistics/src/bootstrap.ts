import { quantile } from './quantile.ts';
import { seededResampling } from './random.ts';
import type { Estimate } from '@crossover/model';

/** With fewer, some resamples hold next to no spread, and the interval is anyone's guess. */
const FEWEST_BLOCKS = 8;

/** Share of resamples that may have no value or no spread before the rest says too little. */
const MOST_LOST = 0.02;

/** A spread below this share of the estimate is rounding. */
const ROUNDING = 1e-12;

/** A statistic with its interval, or why it has none. */
export type Bootstrapped =
  | ({ readonly kind: 'interval' } & Estimate)
  | { readonly kind: 'refused'; readonly reason: string };

export interface BootstrapOptions {
  readonly seed: number;
  /** Share of intervals that cover the truth; 0.95 when absent. */
  readonly level?: number;
  /** How many times blocks are drawn; 1999 when absent. */
  readonly resamples?: number;
}

/**
 * Interval of a statistic that is no mean of blocks, such as a break-even size or the parameter of a fit.
 * Bootstrap-t: whole blocks are drawn with replacement; each draw's deviation is divided by its own standard error,
 * and the quantiles of these quotients take the place of Student's t. (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 12.5; of the usual bootstraps the one that keeps its promise with few blocks.) Standard errors are
 * those of the jackknife, so the statistic must be smooth: means, ratios and fits are, medians are not.
 * For a statistic that is positive by nature, give its logarithm. Of intervals of 95 % over 8 or 12 blocks, 93 to 94 %
 * cover the truth in simulations of a ratio of sums.
 */
export function bootstrapInterval<Block>(
  blocks: readonly Block[],
  statistic: (blocks: readonly Block[]) => number,
  { seed, level = 0.95, resamples = 1999 }: BootstrapOptions,
): Bootstrapped {
  if (blocks.length < FEWEST_BLOCKS) {
    return refused(`${blocks.length} blocks are too few for an interval; it needs ${FEWEST_BLOCKS}`);
  }
  const estimate = statistic(blocks);
  const standardError = jackknife(blocks, statistic);
  if (!Number.isFinite(estimate) || !Number.isFinite(standardError)) {
    return refused('it has no value for these blocks');
  }
  if (standardError <= ROUNDING * Math.abs(estimate))
    return refused('it is the same whichever block is left out');
  const resample = seededResampling(blocks, seed);
  const scores = Array.from({ length: resamples }, () => {
    const drawn = resample();
    return (statistic(drawn) - estimate) / jackknife(drawn, statistic);
  }).filter(Number.isFinite);
  if (scores.length < resamples * (1 - MOST_LOST)) {
    return refused(
      `${resamples - scores.length} of ${resamples} draws of blocks give it no value or no spread`,
    );
  }
  return {
    kind: 'interval',
    estimate,
    low: estimate - quantile(scores, (1 + level) / 2) * standardError,
    high: estimate - quantile(scores, (1 - level) / 2) * standardError,
  };
}

/** Standard error from leaving out one block at a time (Efron and Tibshirani, 11.2). */
function jackknife<Block>(blocks: readonly Block[], statistic: (blocks: readonly Block[]) => number): number {
  const count = blocks.length;
  const values = blocks.map((_, index) => statistic(blocks.toSpliced(index, 1)));
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt((squares * (count - 1)) / count);
}

function refused(reason: string): Bootstrapped {
  return { kind: 'refused', reason };
}
