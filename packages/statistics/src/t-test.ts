import tCdf from '@stdlib/stats-base-dists-t-cdf';
import type { Mean } from './mean.ts';

/** How likely chance alone shows a mean that lies as far on one side of a bound. */
export interface OneSided {
  /** Probability of a mean at least as high if the truth is the bound: small when the truth is above it. */
  readonly above: number;
  /** Probability of a mean at least as low if the truth is the bound: small when the truth is below it. */
  readonly below: number;
}

/**
 * Student's one-sided t tests of a mean against a bound. A single value decides nothing: both are 1.
 * @param inflation factor on the standard error, as for intervals
 */
export function oneSidedTests(
  { mean, standardError, count }: Mean,
  bound: number,
  inflation: number = 1,
): OneSided {
  if (count === 1) return { above: 1, below: 1 };
  if (mean === bound) return { above: 0.5, below: 0.5 };
  const score = (mean - bound) / (standardError * inflation);
  return { above: tCdf(-score, count - 1), below: tCdf(score, count - 1) };
}
