import { ITERATIONS, LIMIT } from './params.ts';

export function mandelbrot(size: number, rows: Uint8Array, start: number, end: number): void {
  const rowBytes = size / 8;
  for (let y = start; y < end; y++) {
    const ci = (2.0 * y) / size - 1.0;
    for (let column = 0; column < rowBytes; column++) {
      let bits = 0;
      for (let x = column * 8; x < column * 8 + 8; x += 2) {
        bits = (bits << 2) | pairInSet((2.0 * x) / size - 1.5, (2.0 * (x + 1)) / size - 1.5, ci);
      }
      rows[y * rowBytes + column] = bits;
    }
  }
}

/**
 * Two bits: whether the points (cr, ci) and (dr, ci) are in the set. Their orbits z and w depend on
 * nothing in each other, so a core works on both at once. An orbit that has left never returns.
 */
function pairInSet(cr: number, dr: number, ci: number): number {
  let zr = 0.0;
  let zi = 0.0;
  let zr2 = 0.0;
  let zi2 = 0.0;
  let wr = 0.0;
  let wi = 0.0;
  let wr2 = 0.0;
  let wi2 = 0.0;
  for (let i = 0; i < ITERATIONS; i++) {
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
