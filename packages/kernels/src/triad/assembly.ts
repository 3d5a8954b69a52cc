import { SCALAR } from './params';

/** The blocks `[start, end)` of a = b + SCALAR × c. */
export function triad(length: u32, b: usize, c: usize, a: usize, start: u32, end: u32): void {
  const last: usize = (<usize>end * length) << 3;
  for (let i: usize = (<usize>start * length) << 3; i < last; i += 8) {
    store<f64>(a + i, load<f64>(b + i) + SCALAR * load<f64>(c + i));
  }
}
