/** Nothing: what is left is the call itself. */
export function noop(): void {}

/** x + y. */
export function addNumbers(x: number, y: number): number {
  return x + y;
}

/** The sum of an array of at least one element. */
export function sumArray(values: Float64Array): number {
  // Begun with an element, because V8 keeps a sum that begins with the integer 0 in a form that is four times as slow.
  let sum = values[0]!;
  for (let i = 1; i < values.length; i++) sum += values[i]!;
  return sum;
}

/** The inner product of two arrays of one length, at least one element. */
export function dotArrays(left: Float64Array, right: Float64Array): number {
  let sum = left[0]! * right[0]!;
  for (let i = 1; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}
