import { triad as plain } from './assembly';
import { SCALAR } from './params';

/** Elements at a time, in four vectors. */
const STEP: u32 = 8;

/** The blocks `[start, end)` of a = b + SCALAR × c. */
export function triad(length: u32, b: usize, c: usize, a: usize, start: u32, end: u32): void {
  const first: u32 = start * length;
  const last: u32 = end * length;
  const rest: u32 = last - ((last - first) & (STEP - 1));
  const scalar: v128 = f64x2.splat(SCALAR);
  for (let i: usize = <usize>first << 3; i < <usize>rest << 3; i += STEP << 3) {
    v128.store(a + i, f64x2.add(v128.load(b + i), f64x2.mul(scalar, v128.load(c + i))));
    v128.store(a + i, f64x2.add(v128.load(b + i, 16), f64x2.mul(scalar, v128.load(c + i, 16))), 16);
    v128.store(a + i, f64x2.add(v128.load(b + i, 32), f64x2.mul(scalar, v128.load(c + i, 32))), 32);
    v128.store(a + i, f64x2.add(v128.load(b + i, 48), f64x2.mul(scalar, v128.load(c + i, 48))), 48);
  }
  // What is left over as in the plain lane, in blocks of one element.
  plain(1, b, c, a, rest, last);
}
