/** The rows `[start, end)` of A × vector. */
export function multiply(size: u32, vector: usize, product: usize, start: u32, end: u32): void {
  for (let row: u32 = start; row < end; row++) {
    const i: f64 = row;
    const sum: f64 = sumOfQuotients(size, vector, (i * (i + 1.0)) / 2.0 + i + 1.0, i + 1.0);
    store<f64>(product + (<usize>row << 3), sum);
  }
}

/** The rows `[start, end)` of Aᵀ × vector. */
export function multiplyTransposed(size: u32, vector: usize, product: usize, start: u32, end: u32): void {
  for (let row: u32 = start; row < end; row++) {
    const i: f64 = row;
    const sum: f64 = sumOfQuotients(size, vector, (i * (i + 1.0)) / 2.0 + 1.0, i + 2.0);
    store<f64>(product + (<usize>row << 3), sum);
  }
}

/**
 * A row of a matrix times a vector. All that a row needs is the divisor of its first element, and by how much
 * the second one is larger: from there to the next, and on, the divisors grow by one more each time.
 */
function sumOfQuotients(size: u32, vector: usize, first: f64, growth: f64): f64 {
  let sum: f64 = 0.0;
  let divisor: f64 = first;
  let step: f64 = growth;
  const last: usize = vector + (<usize>size << 3);
  for (let element: usize = vector; element < last; element += 8) {
    sum += load<f64>(element) / divisor;
    divisor += step;
    step += 1.0;
  }
  return sum;
}
