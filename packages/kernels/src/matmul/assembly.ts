/**
 * The rows `[start, end)` of c = a × b. Every element is the sum over k, in ascending order, of a(i, k) × b(k, j).
 * All sums of a row grow together, row of b by row of b, so that memory is read in the order in which it lies.
 */
export function matmul(size: u32, a: usize, b: usize, c: usize, start: u32, end: u32): void {
  const rowBytes: usize = <usize>size << 3;
  for (let i: u32 = start; i < end; i++) {
    const row: usize = <usize>i * rowBytes;
    memory.fill(c + row, 0, rowBytes);
    for (let k: u32 = 0; k < size; k++) {
      addScaled(rowBytes, load<f64>(a + row + (<usize>k << 3)), b + <usize>k * rowBytes, c + row);
    }
  }
}

/** Adds a multiple of a row of b to a row of c. */
function addScaled(rowBytes: usize, factor: f64, from: usize, to: usize): void {
  for (let j: usize = 0; j < rowBytes; j += 8) {
    store<f64>(to + j, load<f64>(to + j) + factor * load<f64>(from + j));
  }
}
