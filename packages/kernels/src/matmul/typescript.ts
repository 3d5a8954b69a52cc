/**
 * The rows `[start, end)` of c = a × b. Every element is the sum over k, in ascending order, of a(i, k) × b(k, j).
 * All sums of a row grow together, by four rows of b at a time, so that memory is read in the order in which it lies.
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
    let k = 0;
    for (; k + 4 <= size; k += 4) addFourScaled(size, a, row + k, b, k * size, c, row);
    for (; k < size; k++) addScaled(size, a[row + k]!, b, k * size, c, row);
  }
}

/** Adds multiples of four rows of b to a row of c, one after the other; the factors lie in a. */
function addFourScaled(
  size: number,
  a: Float64Array,
  at: number,
  b: Float64Array,
  from: number,
  c: Float64Array,
  to: number,
): void {
  const factor0 = a[at]!;
  const factor1 = a[at + 1]!;
  const factor2 = a[at + 2]!;
  const factor3 = a[at + 3]!;
  const end = (to + size) | 0;
  let p0 = from;
  let p1 = (p0 + size) | 0;
  let p2 = (p1 + size) | 0;
  let p3 = (p2 + size) | 0;
  for (let q = to; q < end; q = (q + 1) | 0) {
    c[q] = c[q]! + factor0 * b[p0]! + factor1 * b[p1]! + factor2 * b[p2]! + factor3 * b[p3]!;
    p0 = (p0 + 1) | 0;
    p1 = (p1 + 1) | 0;
    p2 = (p2 + 1) | 0;
    p3 = (p3 + 1) | 0;
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
