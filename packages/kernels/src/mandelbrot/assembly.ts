import { ITERATIONS, LIMIT } from './params';

export function mandelbrot(size: u32, rows: usize, start: u32, end: u32): void {
  const rowBytes: u32 = size / 8;
  for (let y: u32 = start; y < end; y++) {
    const ci: f64 = (2.0 * y) / size - 1.0;
    for (let column: u32 = 0; column < rowBytes; column++) {
      let bits: u32 = 0;
      for (let x: u32 = column * 8; x < column * 8 + 8; x++) {
        bits = (bits << 1) | inSet((2.0 * x) / size - 1.5, ci);
      }
      store<u8>(rows + y * rowBytes + column, <u8>bits);
    }
  }
}

/** 1 when the orbit of the point stays within the limit, else 0. */
function inSet(cr: f64, ci: f64): u32 {
  let zr: f64 = 0.0;
  let zi: f64 = 0.0;
  let zr2: f64 = 0.0;
  let zi2: f64 = 0.0;
  for (let i: u32 = 0; i < ITERATIONS; i++) {
    zi = 2.0 * zr * zi + ci;
    zr = zr2 - zi2 + cr;
    zr2 = zr * zr;
    zi2 = zi * zi;
    if (zr2 + zi2 > LIMIT) return 0;
  }
  return 1;
}
