import {
  COLUMN_BITS,
  FACTOR_BITS,
  FIX_0_298631336,
  FIX_0_390180644,
  FIX_0_541196100,
  FIX_0_765366865,
  FIX_0_899976223,
  FIX_1_175875602,
  FIX_1_501321110,
  FIX_1_847759065,
  FIX_1_961570560,
  FIX_2_053119869,
  FIX_2_562915447,
  FIX_3_072711026,
} from '../params';

/** Bits to be rounded off after the columns, and after the rows, as in the plain lane. */
const COLUMN: i32 = FACTOR_BITS - COLUMN_BITS;
const COLUMN_HALF: i32 = 1 << (COLUMN - 1);
const ROW: i32 = FACTOR_BITS + COLUMN_BITS + 3;
const ROW_HALF: i32 = (1 << (ROW - 1)) + (128 << ROW);

/** What the columns leave, column by column. */
const columns: usize = memory.data(64 * 4, 16);
/** Sums of four transforms: the first of each in the first vector, and so on. */
const sums: usize = memory.data(8 * 16, 16);

/**
 * Whether vectors give the samples of the plain lane. That one never multiplies in columns of nothing but their first
 * coefficient; where this is so large that it would leave 32 bits, as in damaged frames only, the results are others.
 */
export function isModest(values: usize): bool {
  const offset: v128 = i32x4.splat(1 << 18);
  const limit: v128 = i32x4.splat(1 << 19);
  const left: v128 = i32x4.lt_u(i32x4.add(v128.load(values), offset), limit);
  const right: v128 = i32x4.lt_u(i32x4.add(v128.load(values, 16), offset), limit);
  return i32x4.all_true(v128.and(left, right));
}

/** Puts the samples of a block, as in the plain lane, four columns or rows at a time. */
export function putVectors(values: usize, target: usize, stride: usize): void {
  for (let four: usize = 0; four < 2; four++) {
    const at: usize = values + (four << 4);
    transform(at, COLUMN_HALF);
    // Sums of these four columns lie in rows; they go where the rows' transform expects them.
    const to: usize = columns + (four << 7);
    transpose(sums, to);
    transpose(sums + 64, to + 16);
  }
  for (let four: usize = 0; four < 2; four++) {
    transform(columns + (four << 4), ROW_HALF);
    putFour(target + ((four * stride) << 2), stride);
  }
}

function times(value: v128, factor: i32): v128 {
  return i32x4.mul(value, i32x4.splat(factor));
}

/** The transform of the plain lane in one dimension, four times at once; values of one lie 32 bytes apart. */
function transform(at: usize, half: i32): void {
  const v0: v128 = v128.load(at);
  const v1: v128 = v128.load(at, 32);
  const v2: v128 = v128.load(at, 64);
  const v3: v128 = v128.load(at, 96);
  const v4: v128 = v128.load(at, 128);
  const v5: v128 = v128.load(at, 160);
  const v6: v128 = v128.load(at, 192);
  const v7: v128 = v128.load(at, 224);
  const halves: v128 = i32x4.splat(half);

  const turn: v128 = times(i32x4.add(v2, v6), FIX_0_541196100);
  const turned2: v128 = i32x4.add(turn, times(v2, FIX_0_765366865));
  const turned6: v128 = i32x4.sub(turn, times(v6, FIX_1_847759065));
  const sum04: v128 = i32x4.add(i32x4.shl(i32x4.add(v0, v4), FACTOR_BITS), halves);
  const difference04: v128 = i32x4.add(i32x4.shl(i32x4.sub(v0, v4), FACTOR_BITS), halves);
  const even0: v128 = i32x4.add(sum04, turned2);
  const even1: v128 = i32x4.add(difference04, turned6);
  const even2: v128 = i32x4.sub(difference04, turned6);
  const even3: v128 = i32x4.sub(sum04, turned2);

  const sum37: v128 = i32x4.add(v3, v7);
  const sum15: v128 = i32x4.add(v1, v5);
  const all: v128 = times(i32x4.add(sum37, sum15), FIX_1_175875602);
  const both37: v128 = i32x4.sub(all, times(sum37, FIX_1_961570560));
  const both15: v128 = i32x4.sub(all, times(sum15, FIX_0_390180644));
  const both17: v128 = times(i32x4.add(v1, v7), FIX_0_899976223);
  const both35: v128 = times(i32x4.add(v3, v5), FIX_2_562915447);
  const odd0: v128 = i32x4.add(i32x4.sub(times(v1, FIX_1_501321110), both17), both15);
  const odd1: v128 = i32x4.add(i32x4.sub(times(v3, FIX_3_072711026), both35), both37);
  const odd2: v128 = i32x4.add(i32x4.sub(times(v5, FIX_2_053119869), both35), both15);
  const odd3: v128 = i32x4.add(i32x4.sub(times(v7, FIX_0_298631336), both17), both37);

  v128.store(sums, i32x4.add(even0, odd0));
  v128.store(sums, i32x4.add(even1, odd1), 16);
  v128.store(sums, i32x4.add(even2, odd2), 32);
  v128.store(sums, i32x4.add(even3, odd3), 48);
  v128.store(sums, i32x4.sub(even3, odd3), 64);
  v128.store(sums, i32x4.sub(even2, odd2), 80);
  v128.store(sums, i32x4.sub(even1, odd1), 96);
  v128.store(sums, i32x4.sub(even0, odd0), 112);
}

/** Rounds four vectors of four, and stores the columns of them, one every 32 bytes. */
function transpose(at: usize, to: usize): void {
  const a: v128 = v128.load(at);
  const b: v128 = v128.load(at, 16);
  const c: v128 = v128.load(at, 32);
  const d: v128 = v128.load(at, 48);
  const ab: v128 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd: v128 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab2: v128 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd2: v128 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, i32x4.shr_s(v128.shuffle<i64>(ab, cd, 0, 2), COLUMN));
  v128.store(to, i32x4.shr_s(v128.shuffle<i64>(ab, cd, 1, 3), COLUMN), 32);
  v128.store(to, i32x4.shr_s(v128.shuffle<i64>(ab2, cd2, 0, 2), COLUMN), 64);
  v128.store(to, i32x4.shr_s(v128.shuffle<i64>(ab2, cd2, 1, 3), COLUMN), 96);
}

/** Rounds the rows' sums to samples, and puts these four rows. */
function putFour(target: usize, stride: usize): void {
  const left: v128 = i8x16.narrow_i16x8_u(narrowed(sums), narrowed(sums + 32));
  const right: v128 = i8x16.narrow_i16x8_u(narrowed(sums + 64), narrowed(sums + 96));
  // Of each row four samples are in either, each with the other rows' next to it.
  const first: v128 = v128.shuffle<i8>(left, right, 0, 4, 8, 12, 16, 20, 24, 28, 1, 5, 9, 13, 17, 21, 25, 29);
  const last: v128 = v128.shuffle<i8>(left, right, 2, 6, 10, 14, 18, 22, 26, 30, 3, 7, 11, 15, 19, 23, 27, 31);
  v128.store64_lane(target, first, 0);
  v128.store64_lane(target + stride, first, 1);
  v128.store64_lane(target + 2 * stride, last, 0);
  v128.store64_lane(target + 3 * stride, last, 1);
}

function narrowed(at: usize): v128 {
  return i16x8.narrow_i32x4_s(i32x4.shr_s(v128.load(at), ROW), i32x4.shr_s(v128.load(at, 16), ROW));
}
