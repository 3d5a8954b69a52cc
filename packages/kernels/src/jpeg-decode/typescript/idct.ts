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
} from '../params.ts';
import { coefficients } from './entropy.ts';

// V8 loads what is imported each time it is used, but knows the constants of the module itself.
const F_0_298 = FIX_0_298631336;
const F_0_390 = FIX_0_390180644;
const F_0_541 = FIX_0_541196100;
const F_0_765 = FIX_0_765366865;
const F_0_899 = FIX_0_899976223;
const F_1_175 = FIX_1_175875602;
const F_1_501 = FIX_1_501321110;
const F_1_847 = FIX_1_847759065;
const F_1_961 = FIX_1_961570560;
const F_2_053 = FIX_2_053119869;
const F_2_562 = FIX_2_562915447;
const F_3_072 = FIX_3_072711026;
const FACTOR = FACTOR_BITS;
/** Bits to be rounded off after the columns. */
const COLUMN = FACTOR_BITS - COLUMN_BITS;
const COLUMN_HALF = 1 << (COLUMN - 1);
/** Bits to be rounded off after the rows: the transform in two dimensions leaves 3 more. */
const ROW = FACTOR_BITS + COLUMN_BITS + 3;
/** Half of the last bit, and 128, since samples are coded with that much less. */
const ROW_HALF = (1 << (ROW - 1)) + (128 << ROW);
const values = coefficients;

/**
 * Puts the samples of the block that was just decoded at `at`, and clears its coefficients. The inverse DCT is that of
 * Loeffler, Ligtenberg and Moschytz with 12 multiplications, in the fixed-point arithmetic that the Independent JPEG
 * Group calls ISLOW.
 */
export function putBlock(plane: Uint8ClampedArray, at: number, stride: number): void {
  for (let column = 0; column < 8; column++) transformColumn(column);
  for (let row = 0; row < 8; row++) putRow(row * 8, plane, at + row * stride);
  values.fill(0);
}

/** The same for a block without AC coefficients: all samples are equal. */
export function putFlatBlock(plane: Uint8ClampedArray, at: number, stride: number): void {
  const sample = ((values[0]! << (FACTOR + COLUMN_BITS)) + ROW_HALF) >> ROW;
  values[0] = 0;
  for (let row = 0; row < 8; row++) {
    const target = at + row * stride;
    for (let column = 0; column < 8; column++) plane[target + column] = sample;
  }
}

function transformColumn(at: number): void {
  const v0 = values[at]!;
  const v1 = values[at + 8]!;
  const v2 = values[at + 16]!;
  const v3 = values[at + 24]!;
  const v4 = values[at + 32]!;
  const v5 = values[at + 40]!;
  const v6 = values[at + 48]!;
  const v7 = values[at + 56]!;
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
    const flat = v0 << COLUMN_BITS;
    for (let row = 0; row < 64; row += 8) values[at + row] = flat;
    return;
  }

  const turn = Math.imul(v2 + v6, F_0_541);
  const turned2 = (turn + Math.imul(v2, F_0_765)) | 0;
  const turned6 = (turn - Math.imul(v6, F_1_847)) | 0;
  const sum04 = (((v0 + v4) << FACTOR) + COLUMN_HALF) | 0;
  const difference04 = (((v0 - v4) << FACTOR) + COLUMN_HALF) | 0;
  const even0 = (sum04 + turned2) | 0;
  const even1 = (difference04 + turned6) | 0;
  const even2 = (difference04 - turned6) | 0;
  const even3 = (sum04 - turned2) | 0;

  const sum37 = (v3 + v7) | 0;
  const sum15 = (v1 + v5) | 0;
  const all = Math.imul(sum37 + sum15, F_1_175);
  const both37 = (all - Math.imul(sum37, F_1_961)) | 0;
  const both15 = (all - Math.imul(sum15, F_0_390)) | 0;
  const both17 = Math.imul(v1 + v7, F_0_899);
  const both35 = Math.imul(v3 + v5, F_2_562);
  const odd0 = (Math.imul(v1, F_1_501) - both17 + both15) | 0;
  const odd1 = (Math.imul(v3, F_3_072) - both35 + both37) | 0;
  const odd2 = (Math.imul(v5, F_2_053) - both35 + both15) | 0;
  const odd3 = (Math.imul(v7, F_0_298) - both17 + both37) | 0;

  values[at] = (even0 + odd0) >> COLUMN;
  values[at + 8] = (even1 + odd1) >> COLUMN;
  values[at + 16] = (even2 + odd2) >> COLUMN;
  values[at + 24] = (even3 + odd3) >> COLUMN;
  values[at + 32] = (even3 - odd3) >> COLUMN;
  values[at + 40] = (even2 - odd2) >> COLUMN;
  values[at + 48] = (even1 - odd1) >> COLUMN;
  values[at + 56] = (even0 - odd0) >> COLUMN;
}

/** The same steps for a row, whose results are samples. */
function putRow(at: number, plane: Uint8ClampedArray, target: number): void {
  const v0 = values[at]!;
  const v1 = values[at + 1]!;
  const v2 = values[at + 2]!;
  const v3 = values[at + 3]!;
  const v4 = values[at + 4]!;
  const v5 = values[at + 5]!;
  const v6 = values[at + 6]!;
  const v7 = values[at + 7]!;
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
    const flat = ((v0 << FACTOR) + ROW_HALF) >> ROW;
    for (let column = 0; column < 8; column++) plane[target + column] = flat;
    return;
  }

  const turn = Math.imul(v2 + v6, F_0_541);
  const turned2 = (turn + Math.imul(v2, F_0_765)) | 0;
  const turned6 = (turn - Math.imul(v6, F_1_847)) | 0;
  const sum04 = (((v0 + v4) << FACTOR) + ROW_HALF) | 0;
  const difference04 = (((v0 - v4) << FACTOR) + ROW_HALF) | 0;
  const even0 = (sum04 + turned2) | 0;
  const even1 = (difference04 + turned6) | 0;
  const even2 = (difference04 - turned6) | 0;
  const even3 = (sum04 - turned2) | 0;

  const sum37 = (v3 + v7) | 0;
  const sum15 = (v1 + v5) | 0;
  const all = Math.imul(sum37 + sum15, F_1_175);
  const both37 = (all - Math.imul(sum37, F_1_961)) | 0;
  const both15 = (all - Math.imul(sum15, F_0_390)) | 0;
  const both17 = Math.imul(v1 + v7, F_0_899);
  const both35 = Math.imul(v3 + v5, F_2_562);
  const odd0 = (Math.imul(v1, F_1_501) - both17 + both15) | 0;
  const odd1 = (Math.imul(v3, F_3_072) - both35 + both37) | 0;
  const odd2 = (Math.imul(v5, F_2_053) - both35 + both15) | 0;
  const odd3 = (Math.imul(v7, F_0_298) - both17 + both37) | 0;

  plane[target] = (even0 + odd0) >> ROW;
  plane[target + 1] = (even1 + odd1) >> ROW;
  plane[target + 2] = (even2 + odd2) >> ROW;
  plane[target + 3] = (even3 + odd3) >> ROW;
  plane[target + 4] = (even3 - odd3) >> ROW;
  plane[target + 5] = (even2 - odd2) >> ROW;
  plane[target + 6] = (even1 - odd1) >> ROW;
  plane[target + 7] = (even0 - odd0) >> ROW;
}
