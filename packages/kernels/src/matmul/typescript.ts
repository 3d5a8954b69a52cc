/**
 * The rows `[start, end)` of c = a × b. Every element is the sum over k, in ascending order, of a(i, k) × b(k, j).
 * All sums of a row grow together, row of b by row of b, so that memory is read in the order in which it lies.
 */
export function matmul(
  size: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) {
    const row = i * size;
    c.fill(0, row, row + size);
    for (let k = 0; k < size; k++) addScaled(size, a[row + k]!, b, k * size, c, row);
  }
}

/** Adds a multiple of a row of b to a row of c. */
function addScaled(
  size: number,
  factor: number,
  b: Float64Array,
  from: number,
  c: Float64Array,
  to: number,
): void {
  const end = (to + size) | 0;
  for (let p = from, q = to; q < end; p = (p + 1) | 0, q = (q + 1) | 0) c[q]! += factor * b[p]!;
}
