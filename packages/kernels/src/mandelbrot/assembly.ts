import { ITERATIONS, LIMIT } from './params';

export function mandelbrot(size: u32, rows: usize, start: u32, end: u32): void {
  const rowBytes: u32 = size / 8;
  for (let y: u32 = start; y < end; y++) {
    const ci: f64 = (2.0 * y) / size - 1.0;
    for (let column: u32 = 0; column < rowBytes; column++) {
      let bits: u32 = 0;
      for (let x: u32 = column * 8; x < column * 8 + 8; x += 4) {
        bits = (bits << 4) | fourInSet(real(x, size), real(x + 1, size), real(x + 2, size), real(x + 3, size), ci);
      }
      store<u8>(rows + y * rowBytes + column, <u8>bits);
    }
  }
}

/** The real part of the points in a column. */
function real(x: u32, size: u32): f64 {
  return (2.0 * x) / size - 1.5;
}

/**
 * Four bits: whether the points (c0, ci) to (c3, ci) are in the set. Their orbits, r0 and i0 to r3 and i3, depend on
 * nothing in each other, so a core works on all at once. An orbit that has left never returns.
 */
function fourInSet(c0: f64, c1: f64, c2: f64, c3: f64, ci: f64): u32 {
  let r0: f64 = 0.0;
  let r1: f64 = 0.0;
  let r2: f64 = 0.0;
  let r3: f64 = 0.0;
  let i0: f64 = 0.0;
  let i1: f64 = 0.0;
  let i2: f64 = 0.0;
  let i3: f64 = 0.0;
  let rr0: f64 = 0.0;
  let rr1: f64 = 0.0;
  let rr2: f64 = 0.0;
  let rr3: f64 = 0.0;
  let ii0: f64 = 0.0;
  let ii1: f64 = 0.0;
  let ii2: f64 = 0.0;
  let ii3: f64 = 0.0;
  for (let i: u32 = 0; i < ITERATIONS; i++) {
    i0 = 2.0 * r0 * i0 + ci;
    i1 = 2.0 * r1 * i1 + ci;
    i2 = 2.0 * r2 * i2 + ci;
    i3 = 2.0 * r3 * i3 + ci;
    r0 = rr0 - ii0 + c0;
    r1 = rr1 - ii1 + c1;
    r2 = rr2 - ii2 + c2;
    r3 = rr3 - ii3 + c3;
    rr0 = r0 * r0;
    rr1 = r1 * r1;
    rr2 = r2 * r2;
    rr3 = r3 * r3;
    ii0 = i0 * i0;
    ii1 = i1 * i1;
    ii2 = i2 * i2;
    ii3 = i3 * i3;
    // An orbit long gone is not a number, which is not within the limit either.
    if (!(rr0 + ii0 <= LIMIT || rr1 + ii1 <= LIMIT || rr2 + ii2 <= LIMIT || rr3 + ii3 <= LIMIT)) return 0;
  }
  return (
    (rr0 + ii0 <= LIMIT ? 8 : 0) |
    (rr1 + ii1 <= LIMIT ? 4 : 0) |
    (rr2 + ii2 <= LIMIT ? 2 : 0) |
    (rr3 + ii3 <= LIMIT ? 1 : 0)
  );
}
