import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** Mean of independent values, and how far it can be trusted. */
export interface Mean {
  readonly mean: number;
  /**
   * Standard deviation of the values ÷ √(how many); `Infinity` for a single value, which says nothing about spread.
   */
  readonly standardError: number;
  /**
   * How many values; where the standard error has another source, as with `moderatedMean` and `welch`, its degrees of
   * freedom + 1, seldom a whole number.
   */
  readonly count: number;
}

/** Both ends of an interval; `±Infinity` where it has none. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How sure an interval shall be. */
export interface Confidence {
  /** Share of intervals that cover the truth; 0.95 when absent. */
  readonly level?: number;
  /** Factor on the interval's half-width; 1 when absent. See `birgeInflation`. */
  readonly inflation?: number;
}

/**
 * Mean and standard error.
 * @throws RangeError when there are no values, or one is not finite.
 */
export function meanOf(values: readonly number[]): Mean {
  const count = values.length;
  if (count === 0) throw new RangeError('expected at least one value, got none');
  const strange = values.find((value) => !Number.isFinite(value));
  if (strange !== undefined) throw new RangeError(`expected finite values, got ${strange}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, standardError: Infinity, count };
  return { mean, standardError: Math.sqrt(varianceOf(values) / count), count };
}

/** Variance of the population that the values come from; at least two of them. */
export function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Student's t interval around a mean, with `count - 1` degrees of freedom; the whole line for a single value. */
export function interval({ mean, standardError, count }: Mean, confidence: Confidence = {}): Interval {
  if (count === 1) return { low: -Infinity, high: Infinity };
  const { level = 0.95, inflation = 1 } = confidence;
  const halfWidth = tQuantile((1 + level) / 2, count - 1) * standardError * inflation;
  return { low: mean - halfWidth, high: mean + halfWidth };
}
