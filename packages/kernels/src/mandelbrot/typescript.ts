import { ITERATIONS, LIMIT } from './params.ts';

// V8 would look up the imported ones in every iteration.
const TIMES = ITERATIONS;
const BOUND = LIMIT;

export function mandelbrot(size: number, rows: Uint8Array, start: number, end: number): void {
  const rowBytes = size / 8;
  for (let y = start; y < end; y++) {
    const ci = (2.0 * y) / size - 1.0;
    for (let column = 0; column < rowBytes; column++) {
      let bits = 0;
      for (let x = column * 8; x < column * 8 + 8; x += 4) {
        bits =
          (bits << 4) | fourInSet(real(x, size), real(x + 1, size), real(x + 2, size), real(x + 3, size), ci);
      }
      rows[y * rowBytes + column] = bits;
    }
  }
}

/** The real part of the points in a column. */
function real(x: number, size: number): number {
  return (2.0 * x) / size - 1.5;
}

/**
 * Four bits: whether the points (c0, ci) to (c3, ci) are in the set. Their orbits, r0 and i0 to r3 and i3, depend on
 * nothing in each other, so a core works on all at once. An orbit that has left never returns.
 */
function fourInSet(c0: number, c1: number, c2: number, c3: number, ci: number): number {
  let r0 = 0.0;
  let r1 = 0.0;
  let r2 = 0.0;
  let r3 = 0.0;
  let i0 = 0.0;
  let i1 = 0.0;
  let i2 = 0.0;
  let i3 = 0.0;
  let rr0 = 0.0;
  let rr1 = 0.0;
  let rr2 = 0.0;
  let rr3 = 0.0;
  let ii0 = 0.0;
  let ii1 = 0.0;
  let ii2 = 0.0;
  let ii3 = 0.0;
  for (let i = 0; i < TIMES; i++) {
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
    if (!(rr0 + ii0 <= BOUND || rr1 + ii1 <= BOUND || rr2 + ii2 <= BOUND || rr3 + ii3 <= BOUND)) return 0;
  }
  return (
    (rr0 + ii0 <= BOUND ? 8 : 0) |
    (rr1 + ii1 <= BOUND ? 4 : 0) |
    (rr2 + ii2 <= BOUND ? 2 : 0) |
    (rr3 + ii3 <= BOUND ? 1 : 0)
  );
}
