/** Nothing: what is left is the call itself. */
export function noop(): void {}

/** x + y. */
export function addNumbers(x: f64, y: f64): f64 {
  return x + y;
}

/** The sum of an array of at least one element. */
export function sumArray(values: usize, length: u32): f64 {
  let sum = load<f64>(values);
  for (let i: u32 = 1; i < length; i++) sum += load<f64>(values + (<usize>i << 3));
  return sum;
}

/** The inner product of two arrays of one length, at least one element. */
export function dotArrays(left: usize, length: u32, right: usize, _rightLength: u32): f64 {
  let sum = load<f64>(left) * load<f64>(right);
  for (let i: u32 = 1; i < length; i++) {
    const at: usize = <usize>i << 3;
    sum += load<f64>(left + at) * load<f64>(right + at);
  }
  return sum;
}
