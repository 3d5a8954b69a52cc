/** Columns of c at a time, in two vectors, of four rows: their sums grow in registers. */
const WIDTH: u32 = 4;
/** Rows of b at a time: those columns of them fit the first-level cache. */
const DEPTH: u32 = 192;

/** These columns of some rows of b, one row after the other. Columns that b does not have are zeros. */
const panel: usize = memory.data(192 * 4 * 8, 16);
/** Stands in for these columns of four rows of c, where c does not have all of them. */
const corner: usize = memory.data(4 * 4 * 8, 16);

/**
 * The rows `[start, end)` of c = a × b. Every element is the sum over k in ascending order, as in the plain lane, but
 * multiplication and addition are fused where the machine can.
 */
export function matmul(size: u32, a: usize, b: usize, c: usize, start: u32, end: u32): void {
  const rowBytes: usize = <usize>size << 3;
  memory.fill(c + start * rowBytes, 0, (end - start) * rowBytes);
  for (let from: u32 = 0; from < size; from += DEPTH) {
    const depth: u32 = min<u32>(DEPTH, size - from);
    for (let column: u32 = 0; column < size; column += WIDTH) {
      const there: usize = <usize>min<u32>(WIDTH, size - column) << 3;
      const offset: usize = <usize>column << 3;
      pack(b + from * rowBytes + offset, rowBytes, depth, there);
      for (let row: u32 = start; row < end; row += 4) {
        const factors: usize = a + row * rowBytes + (<usize>from << 3);
        const sums: usize = c + row * rowBytes + offset;
        // Rows beyond the last are the last once more: what they add up is the same again.
        const most: usize = min<u32>(3, end - 1 - row);
        if (there === <usize>WIDTH << 3) {
          grow(factors, rowBytes, most, depth, sums, rowBytes);
        } else {
          for (let i: usize = 0; i <= most; i++) memory.copy(corner + (i << 5), sums + i * rowBytes, there);
          grow(factors, rowBytes, most, depth, corner, 32);
          for (let i: usize = 0; i <= most; i++) memory.copy(sums + i * rowBytes, corner + (i << 5), there);
        }
      }
    }
  }
}

/** Copies columns out of some rows of b. */
function pack(from: usize, rowBytes: usize, depth: u32, there: usize): void {
  const last: usize = panel + (<usize>depth << 5);
  let at: usize = from;
  if (there === <usize>WIDTH << 3) {
    for (let target: usize = panel; target < last; target += 32) {
      v128.store(target, v128.load(at));
      v128.store(target, v128.load(at, 16), 16);
      at += rowBytes;
    }
    return;
  }
  memory.fill(panel, 0, last - panel);
  for (let target: usize = panel; target < last; target += 32) {
    memory.copy(target, at, there);
    at += rowBytes;
  }
}

/** Adds the products of up to four rows of a, of which `most` is the last, with the panel to the same rows of c. */
function grow(a: usize, aBytes: usize, most: usize, depth: u32, c: usize, cBytes: usize): void {
  let a0: usize = a;
  let a1: usize = a + min<usize>(1, most) * aBytes;
  let a2: usize = a + min<usize>(2, most) * aBytes;
  let a3: usize = a + most * aBytes;
  const c1: usize = c + min<usize>(1, most) * cBytes;
  const c2: usize = c + min<usize>(2, most) * cBytes;
  const c3: usize = c + most * cBytes;
  let s00: v128 = v128.load(c);
  let s01: v128 = v128.load(c, 16);
  let s10: v128 = v128.load(c1);
  let s11: v128 = v128.load(c1, 16);
  let s20: v128 = v128.load(c2);
  let s21: v128 = v128.load(c2, 16);
  let s30: v128 = v128.load(c3);
  let s31: v128 = v128.load(c3, 16);
  const last: usize = panel + (<usize>depth << 5);
  for (let at: usize = panel; at < last; at += 32) {
    const b0: v128 = v128.load(at);
    const b1: v128 = v128.load(at, 16);
    let factor: v128 = v128.load64_splat(a0);
    s00 = v128.relaxed_madd<f64>(factor, b0, s00);
    s01 = v128.relaxed_madd<f64>(factor, b1, s01);
    factor = v128.load64_splat(a1);
    s10 = v128.relaxed_madd<f64>(factor, b0, s10);
    s11 = v128.relaxed_madd<f64>(factor, b1, s11);
    factor = v128.load64_splat(a2);
    s20 = v128.relaxed_madd<f64>(factor, b0, s20);
    s21 = v128.relaxed_madd<f64>(factor, b1, s21);
    factor = v128.load64_splat(a3);
    s30 = v128.relaxed_madd<f64>(factor, b0, s30);
    s31 = v128.relaxed_madd<f64>(factor, b1, s31);
    a0 += 8;
    a1 += 8;
    a2 += 8;
    a3 += 8;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}
