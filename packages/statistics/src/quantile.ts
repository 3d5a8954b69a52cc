import { median as medianOf, quantile as quantileOf } from 'simple-statistics';

/**
 * The middle value; between the two middle ones where there is no single one.
 * @throws RangeError when there are no values.
 */
export function median(values: readonly number[]): number {
  return medianOf(nonEmpty(values));
}

/**
 * The value below which the share `p` of the values lies, without interpolation (R's type 2).
 * @throws RangeError when there are no values, or `p` is not within 0 and 1.
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`expected a share between 0 and 1, got ${p}`);
  return quantileOf(nonEmpty(values), p);
}

function nonEmpty(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('expected at least one value, got none');
  return [...values];
}
