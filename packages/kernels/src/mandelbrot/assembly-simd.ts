import { ITERATIONS, LIMIT } from './params';

/** Iterations between two looks at which orbits are still there; divides `ITERATIONS`. */
const STRETCH: u32 = 5;

export function mandelbrot(size: u32, rows: usize, start: u32, end: u32): void {
  const rowBytes: u32 = size / 8;
  for (let y: u32 = start; y < end; y++) {
    const ci: v128 = f64x2.splat((2.0 * y) / size - 1.0);
    for (let column: u32 = 0; column < rowBytes; column++) {
      const x: u32 = column * 8;
      const bits: u32 = eightInSet(pair(x, size), pair(x + 2, size), pair(x + 4, size), pair(x + 6, size), ci);
      store<u8>(rows + y * rowBytes + column, <u8>bits);
    }
  }
}

/** The real parts of pixels x and x + 1; the first in the higher lane, as a byte has its pixels. */
function pair(x: u32, size: u32): v128 {
  const doubled: v128 = f64x2(2.0 * (x + 1), 2.0 * x);
  return f64x2.sub(f64x2.div(doubled, f64x2.splat(size)), f64x2.splat(1.5));
}

/**
 * Eight bits: whether the points (ar, ci), (br, ci), (cr, ci), (dr, ci), two of each, are in the set. Their orbits depend on
 * nothing in each other. An orbit that has left never returns, so it is enough to look now and then.
 */
function eightInSet(ar: v128, br: v128, cr: v128, dr: v128, ci: v128): u32 {
  let wr: v128 = f64x2.splat(0.0);
  let wi: v128 = wr;
  let xr: v128 = wr;
  let xi: v128 = wr;
  let yr: v128 = wr;
  let yi: v128 = wr;
  let zr: v128 = wr;
  let zi: v128 = wr;
  let bits: u32 = 0;
  for (let i: u32 = 0; i < ITERATIONS; i += STRETCH) {
    for (let j: u32 = 0; j < STRETCH; j++) {
      const w2: v128 = f64x2.sub(f64x2.mul(wr, wr), f64x2.mul(wi, wi));
      wi = f64x2.add(f64x2.mul(f64x2.add(wr, wr), wi), ci);
      wr = f64x2.add(w2, ar);
      const x2: v128 = f64x2.sub(f64x2.mul(xr, xr), f64x2.mul(xi, xi));
      xi = f64x2.add(f64x2.mul(f64x2.add(xr, xr), xi), ci);
      xr = f64x2.add(x2, br);
      const y2: v128 = f64x2.sub(f64x2.mul(yr, yr), f64x2.mul(yi, yi));
      yi = f64x2.add(f64x2.mul(f64x2.add(yr, yr), yi), ci);
      yr = f64x2.add(y2, cr);
      const z2: v128 = f64x2.sub(f64x2.mul(zr, zr), f64x2.mul(zi, zi));
      zi = f64x2.add(f64x2.mul(f64x2.add(zr, zr), zi), ci);
      zr = f64x2.add(z2, dr);
    }
    bits = (within(wr, wi) << 6) | (within(xr, xi) << 4) | (within(yr, yi) << 2) | within(zr, zi);
    if (bits == 0) return 0;
  }
  return bits;
}

/** Two bits, the higher lane's first: whether the orbits are still within the limit. What is not a number is not. */
function within(zr: v128, zi: v128): u32 {
  const distance2: v128 = f64x2.add(f64x2.mul(zr, zr), f64x2.mul(zi, zi));
  return i64x2.bitmask(f64x2.le(distance2, f64x2.splat(LIMIT)));
}
