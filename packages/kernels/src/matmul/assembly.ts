/**
 * The rows `[start, end)` of c = a × b. Every element is the sum over k, in ascending order, of a(i, k) × b(k, j).
 * All sums of a row grow together, by four rows of b at a time, so that memory is read in the order in which it lies.
 */
export function matmul(size: u32, a: usize, b: usize, c: usize, start: u32, end: u32): void {
  const rowBytes: usize = <usize>size << 3;
  for (let i: u32 = start; i < end; i++) {
    const row: usize = <usize>i * rowBytes;
    memory.fill(c + row, 0, rowBytes);
    let k: u32 = 0;
    for (; k + 4 <= size; k += 4) {
      addFourScaled(rowBytes, a + row + (<usize>k << 3), b + <usize>k * rowBytes, c + row);
    }
    for (; k < size; k++) {
      addScaled(rowBytes, load<f64>(a + row + (<usize>k << 3)), b + <usize>k * rowBytes, c + row);
    }
  }
}

/** Adds multiples of four rows of b to a row of c, one after the other; the factors lie in a. */
function addFourScaled(rowBytes: usize, factors: usize, from: usize, to: usize): void {
  const factor0: f64 = load<f64>(factors);
  const factor1: f64 = load<f64>(factors, 8);
  const factor2: f64 = load<f64>(factors, 16);
  const factor3: f64 = load<f64>(factors, 24);
  const from1: usize = from + rowBytes;
  const from2: usize = from1 + rowBytes;
  const from3: usize = from2 + rowBytes;
  for (let j: usize = 0; j < rowBytes; j += 8) {
    const sum: f64 = load<f64>(to + j) + factor0 * load<f64>(from + j) + factor1 * load<f64>(from1 + j);
    store<f64>(to + j, sum + factor2 * load<f64>(from2 + j) + factor3 * load<f64>(from3 + j));
  }
}

/** Adds a multiple of a row of b to a row of c. */
function addScaled(rowBytes: usize, factor: f64, from: usize, to: usize): void {
  for (let j: usize = 0; j < rowBytes; j += 8) {
    store<f64>(to + j, load<f64>(to + j) + factor * load<f64>(from + j));
  }
}
