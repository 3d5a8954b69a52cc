import { ITERATIONS, LIMIT } from './params.ts';

export function mandelbrot(size: number, rows: Uint8Array, start: number, end: number): void {
  const rowBytes = size / 8;
  for (let y = start; y < end; y++) {
    const ci = (2.0 * y) / size - 1.0;
    for (let column = 0; column < rowBytes; column++) {
      let bits = 0;
      for (let x = column * 8; x < column * 8 + 8; x++) {
        bits = (bits << 1) | inSet((2.0 * x) / size - 1.5, ci);
      }
      rows[y * rowBytes + column] = bits;
    }
  }
}

/** 1 when the orbit of the point stays within the limit, else 0. */
function inSet(cr: number, ci: number): number {
  let zr = 0.0;
  let zi = 0.0;
  let zr2 = 0.0;
  let zi2 = 0.0;
  for (let i = 0; i < ITERATIONS; i++) {
    zi = 2.0 * zr * zi + ci;
    zr = zr2 - zi2 + cr;
    zr2 = zr * zr;
    zi2 = zi * zi;
    if (zr2 + zi2 > LIMIT) return 0;
  }
  return 1;
}
