import digamma from '@stdlib/math-base-special-digamma';
import trigamma from '@stdlib/math-base-special-trigamma';
import { blockSums, meanOf, moderatedMean, poolOf } from '../../packages/statistics/src/index.ts';
import type { BlockRow, Contrast, Mean } from '../../packages/statistics/src/index.ts';

/** A way to find the standard errors of comparisons. */
export interface Method {
  readonly name: string;
  /** @param contrasts those with the base first, `withBase` of them */
  readonly means: (
    rows: readonly BlockRow[],
    contrasts: readonly Contrast[],
    withBase: number,
  ) => readonly Mean[];
}

/** Each comparison by its own spread alone. */
export const STUDENT: Method = {
  name: 'Student',
  means: (_, contrasts) => contrasts.map((contrast) => meanOf(blockSums(contrast))),
};

/** As in runs. */
export const MODERATED: Method = {
  name: 'moderated',
  means: (rows, contrasts) => {
    const pool = poolOf(rows);
    return contrasts.map((contrast) => moderatedMean(contrast, pool)!);
  },
};

/**
 * As in the R package limma: how alike the spreads are is estimated from the comparisons with the base themselves
 * (Smyth 2004, section 6.2), and decides how much a comparison borrows.
 */
export const LIMMA: Method = {
  name: 'limma',
  means: (_, contrasts, withBase) => {
    const own = contrasts.map((contrast) => meanOf(blockSums(contrast)));
    const freedom = own[0]!.count - 1;
    const logs = own
      .slice(0, withBase)
      .map(({ standardError, count }) => Math.log(standardError ** 2 * count))
      .map((log) => log - digamma(freedom / 2) + Math.log(freedom / 2));
    const { mean, standardError, count } = meanOf(logs);
    const prior = priorFreedom(standardError ** 2 * count - trigamma(freedom / 2));
    const expected = Math.exp(mean + (prior < Infinity ? digamma(prior / 2) - Math.log(prior / 2) : 0));
    // Never more than all comparisons have together.
    const all = Math.min(freedom + prior, freedom * (withBase + 1));
    return own.map((student): Mean => {
      const variance =
        ((all - freedom) * expected + freedom * student.standardError ** 2 * student.count) / all;
      return { mean: student.mean, standardError: Math.sqrt(variance / student.count), count: all + 1 };
    });
  },
};

/** The degrees of freedom whose trigamma function, of half of them, is this; infinite where it is not above 0. */
function priorFreedom(excess: number): number {
  if (excess <= 0) return Infinity;
  let [low, high] = [1e-3, 1e6];
  while (high / low > 1 + 1e-6) {
    const middle = Math.sqrt(low * high);
    if (trigamma(middle) > excess) low = middle;
    else high = middle;
  }
  return 2 * low;
}
