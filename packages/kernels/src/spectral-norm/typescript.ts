/** The rows `[start, end)` of A × vector. */
export function multiply(
  size: number,
  vector: Float64Array,
  product: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++)
    product[i] = sumOfQuotients(size, vector, (i * (i + 1)) / 2 + i + 1, i + 1);
}

/** The rows `[start, end)` of Aᵀ × vector. */
export function multiplyTransposed(
  size: number,
  vector: Float64Array,
  product: Float64Array,
  start: number,
  end: number,
): void {
  for (let i = start; i < end; i++) product[i] = sumOfQuotients(size, vector, (i * (i + 1)) / 2 + 1, i + 2);
}

/**
 * A row of a matrix times a vector. All that a row needs is the divisor of its first element, and by how much
 * the second one is larger: from there to the next, and on, the divisors grow by one more each time.
 */
function sumOfQuotients(size: number, vector: Float64Array, first: number, growth: number): number {
  let sum = 0.0;
  let divisor = first;
  let step = growth;
  for (let j = 0; j < size; j++) {
    sum += vector[j]! / divisor;
    divisor += step;
    step += 1.0;
  }
  return sum;
}
