import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import type { Estimate } from '@crossover/model';
import { median } from './quantile.ts';

/**
 * Median with the narrowest interval between two order statistics that covers the true median
 * with at least 95 % probability, whatever the distribution. (Conover, Practical Nonparametric Statistics, 3.2.)
 * Undefined below six values: even their whole range covers it too seldom.
 */
export function signTest(values: readonly number[]): Estimate | undefined {
  const count = values.length;
  // How many values may be cut off at each end.
  let cut = -1;
  while (2 * binomialCdf(cut + 1, count, 0.5) <= 0.05) cut += 1;
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[cut];
  const high = sorted[count - 1 - cut];
  if (low === undefined || high === undefined) return undefined;
  return { estimate: median(sorted), low, high };
}
