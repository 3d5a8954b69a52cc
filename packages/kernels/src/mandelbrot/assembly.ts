import { ITERATIONS, LIMIT } from './params';

export function mandelbrot(size: u32, rows: usize, start: u32, end: u32): void {
  const rowBytes: u32 = size / 8;
  for (let y: u32 = start; y < end; y++) {
    const ci: f64 = (2.0 * y) / size - 1.0;
    for (let column: u32 = 0; column < rowBytes; column++) {
      let bits: u32 = 0;
      for (let x: u32 = column * 8; x < column * 8 + 8; x += 2) {
        bits = (bits << 2) | pairInSet((2.0 * x) / size - 1.5, (2.0 * (x + 1)) / size - 1.5, ci);
      }
      store<u8>(rows + y * rowBytes + column, <u8>bits);
    }
  }
}

/**
 * Two bits: whether the points (cr, ci) and (dr, ci) are in the set. Their orbits z and w depend on
 * nothing in each other, so a core works on both at once. An orbit that has left never returns.
 */
function pairInSet(cr: f64, dr: f64, ci: f64): u32 {
  let zr: f64 = 0.0;
  let zi: f64 = 0.0;
  let zr2: f64 = 0.0;
  let zi2: f64 = 0.0;
  let wr: f64 = 0.0;
  let wi: f64 = 0.0;
  let wr2: f64 = 0.0;
  let wi2: f64 = 0.0;
  for (let i: u32 = 0; i < ITERATIONS; i++) {
    zi = 2.0 * zr * zi + ci;
    wi = 2.0 * wr * wi + ci;
    zr = zr2 - zi2 + cr;
    wr = wr2 - wi2 + dr;
    zr2 = zr * zr;
    wr2 = wr * wr;
    zi2 = zi * zi;
    wi2 = wi * wi;
    // An orbit long gone is not a number, which is not within the limit either.
    if (!(zr2 + zi2 <= LIMIT || wr2 + wi2 <= LIMIT)) return 0;
  }
  return (zr2 + zi2 <= LIMIT ? 2 : 0) | (wr2 + wi2 <= LIMIT ? 1 : 0);
}
