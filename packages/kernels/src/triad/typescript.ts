import { SCALAR } from './params.ts';

/** The blocks `[start, end)` of a = b + SCALAR × c. */
export function triad(
  length: number,
  b: Float64Array,
  c: Float64Array,
  a: Float64Array,
  start: number,
  end: number,
): void {
  const last = end * length;
  for (let i = start * length; i < last; i++) a[i] = b[i]! + SCALAR * c[i]!;
}
