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
import { isModest, putVectors } from '../assembly-simd/idct';
import { coefficients } from './entropy';

/** Bits to be rounded off after the columns. */
const COLUMN: i32 = FACTOR_BITS - COLUMN_BITS;
const COLUMN_HALF: i32 = 1 << (COLUMN - 1);
/** Bits to be rounded off after the rows: the transform in two dimensions leaves 3 more. */
const ROW: i32 = FACTOR_BITS + COLUMN_BITS + 3;
/** Half of the last bit, and 128, since samples are coded with that much less. */
const ROW_HALF: i32 = (1 << (ROW - 1)) + (128 << ROW);

/**
 * Puts the samples of the block that was just decoded at `at`, and clears its coefficients. The inverse DCT is that of
 * Loeffler, Ligtenberg and Moschytz with 12 multiplications, in the fixed-point arithmetic that the Independent JPEG
 * Group calls ISLOW.
 */
export function putBlock(target: usize, stride: u32): void {
  if (ASC_FEATURE_SIMD) {
    if (isModest(coefficients)) {
      putVectors(coefficients, target, stride);
      memory.fill(coefficients, 0, 256);
      return;
    }
  }
  for (let column: usize = 0; column < 8; column++) transformColumn(coefficients + (column << 2));
  for (let row: usize = 0; row < 8; row++) putRow(coefficients + (row << 5), target + row * stride);
  memory.fill(coefficients, 0, 256);
}

/** The same for a block without AC coefficients: all samples are equal. */
export function putFlatBlock(target: usize, stride: u32): void {
  const sample: u32 = clamp(((load<i32>(coefficients) << (FACTOR_BITS + COLUMN_BITS)) + ROW_HALF) >> ROW);
  store<i32>(coefficients, 0);
  for (let row: usize = 0; row < 8; row++)
    store<u64>(target + row * stride, <u64>sample * 0x0101010101010101);
}

function transformColumn(at: usize): void {
  const v0: i32 = load<i32>(at);
  const v1: i32 = load<i32>(at, 32);
  const v2: i32 = load<i32>(at, 64);
  const v3: i32 = load<i32>(at, 96);
  const v4: i32 = load<i32>(at, 128);
  const v5: i32 = load<i32>(at, 160);
  const v6: i32 = load<i32>(at, 192);
  const v7: i32 = load<i32>(at, 224);
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
    const flat: i32 = v0 << COLUMN_BITS;
    for (let row: usize = 0; row < 256; row += 32) store<i32>(at + row, flat);
    return;
  }

  const turn: i32 = (v2 + v6) * FIX_0_541196100;
  const turned2: i32 = turn + v2 * FIX_0_765366865;
  const turned6: i32 = turn - v6 * FIX_1_847759065;
  const sum04: i32 = ((v0 + v4) << FACTOR_BITS) + COLUMN_HALF;
  const difference04: i32 = ((v0 - v4) << FACTOR_BITS) + COLUMN_HALF;
  const even0: i32 = sum04 + turned2;
  const even1: i32 = difference04 + turned6;
  const even2: i32 = difference04 - turned6;
  const even3: i32 = sum04 - turned2;

  const sum37: i32 = v3 + v7;
  const sum15: i32 = v1 + v5;
  const all: i32 = (sum37 + sum15) * FIX_1_175875602;
  const both37: i32 = all - sum37 * FIX_1_961570560;
  const both15: i32 = all - sum15 * FIX_0_390180644;
  const both17: i32 = (v1 + v7) * FIX_0_899976223;
  const both35: i32 = (v3 + v5) * FIX_2_562915447;
  const odd0: i32 = v1 * FIX_1_501321110 - both17 + both15;
  const odd1: i32 = v3 * FIX_3_072711026 - both35 + both37;
  const odd2: i32 = v5 * FIX_2_053119869 - both35 + both15;
  const odd3: i32 = v7 * FIX_0_298631336 - both17 + both37;

  store<i32>(at, (even0 + odd0) >> COLUMN);
  store<i32>(at, (even1 + odd1) >> COLUMN, 32);
  store<i32>(at, (even2 + odd2) >> COLUMN, 64);
  store<i32>(at, (even3 + odd3) >> COLUMN, 96);
  store<i32>(at, (even3 - odd3) >> COLUMN, 128);
  store<i32>(at, (even2 - odd2) >> COLUMN, 160);
  store<i32>(at, (even1 - odd1) >> COLUMN, 192);
  store<i32>(at, (even0 - odd0) >> COLUMN, 224);
}

/** The same steps for a row, whose results are samples. */
function putRow(at: usize, target: usize): void {
  const v0: i32 = load<i32>(at);
  const v1: i32 = load<i32>(at, 4);
  const v2: i32 = load<i32>(at, 8);
  const v3: i32 = load<i32>(at, 12);
  const v4: i32 = load<i32>(at, 16);
  const v5: i32 = load<i32>(at, 20);
  const v6: i32 = load<i32>(at, 24);
  const v7: i32 = load<i32>(at, 28);
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
    const flat: u32 = clamp(((v0 << FACTOR_BITS) + ROW_HALF) >> ROW);
    store<u64>(target, <u64>flat * 0x0101010101010101);
    return;
  }

  const turn: i32 = (v2 + v6) * FIX_0_541196100;
  const turned2: i32 = turn + v2 * FIX_0_765366865;
  const turned6: i32 = turn - v6 * FIX_1_847759065;
  const sum04: i32 = ((v0 + v4) << FACTOR_BITS) + ROW_HALF;
  const difference04: i32 = ((v0 - v4) << FACTOR_BITS) + ROW_HALF;
  const even0: i32 = sum04 + turned2;
  const even1: i32 = difference04 + turned6;
  const even2: i32 = difference04 - turned6;
  const even3: i32 = sum04 - turned2;

  const sum37: i32 = v3 + v7;
  const sum15: i32 = v1 + v5;
  const all: i32 = (sum37 + sum15) * FIX_1_175875602;
  const both37: i32 = all - sum37 * FIX_1_961570560;
  const both15: i32 = all - sum15 * FIX_0_390180644;
  const both17: i32 = (v1 + v7) * FIX_0_899976223;
  const both35: i32 = (v3 + v5) * FIX_2_562915447;
  const odd0: i32 = v1 * FIX_1_501321110 - both17 + both15;
  const odd1: i32 = v3 * FIX_3_072711026 - both35 + both37;
  const odd2: i32 = v5 * FIX_2_053119869 - both35 + both15;
  const odd3: i32 = v7 * FIX_0_298631336 - both17 + both37;

  store<u8>(target, clamp((even0 + odd0) >> ROW));
  store<u8>(target, clamp((even1 + odd1) >> ROW), 1);
  store<u8>(target, clamp((even2 + odd2) >> ROW), 2);
  store<u8>(target, clamp((even3 + odd3) >> ROW), 3);
  store<u8>(target, clamp((even3 - odd3) >> ROW), 4);
  store<u8>(target, clamp((even2 - odd2) >> ROW), 5);
  store<u8>(target, clamp((even1 - odd1) >> ROW), 6);
  store<u8>(target, clamp((even0 - odd0) >> ROW), 7);
}

/** The nearest byte. */
export function clamp(value: i32): u32 {
  return <u32>value > 255 ? ~(value >> 31) & 255 : value;
}
