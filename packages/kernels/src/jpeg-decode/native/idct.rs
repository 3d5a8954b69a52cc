use crate::params::jpeg_decode::{
    COLUMN_BITS, FACTOR_BITS, FIX_0_298631336, FIX_0_390180644, FIX_0_541196100, FIX_0_765366865, FIX_0_899976223,
    FIX_1_175875602, FIX_1_501321110, FIX_1_847759065, FIX_1_961570560, FIX_2_053119869, FIX_2_562915447,
    FIX_3_072711026,
};
use std::num::Wrapping;

/// Bits to be rounded off after the columns.
const COLUMN: i32 = FACTOR_BITS - COLUMN_BITS;
const COLUMN_HALF: i32 = 1 << (COLUMN - 1);
/// Bits to be rounded off after the rows: the transform in two dimensions leaves 3 more.
const ROW: i32 = FACTOR_BITS + COLUMN_BITS + 3;
/// Half of the last bit, and 128, since samples are coded with that much less.
const ROW_HALF: i32 = (1 << (ROW - 1)) + (128 << ROW);

/// Puts the samples of a block. The inverse DCT is that of Loeffler, Ligtenberg and Moschytz with 12 multiplications,
/// in the fixed-point arithmetic that the Independent JPEG Group calls ISLOW.
pub fn put_block(values: &mut [i32; 64], target: &mut [u8], stride: usize) {
    for column in 0..8 {
        transform_column(values, column);
    }
    for (row, target) in values.as_chunks::<8>().0.iter().zip(target.chunks_mut(stride)) {
        put_row(row, target);
    }
}

/// The same for a block without AC coefficients: all samples are equal.
pub fn put_flat_block(values: &[i32; 64], target: &mut [u8], stride: usize) {
    let sample = clamp(((values[0] << (FACTOR_BITS + COLUMN_BITS)).wrapping_add(ROW_HALF)) >> ROW);
    for target in target.chunks_mut(stride).take(8) {
        target[..8].fill(sample);
    }
}

fn transform_column(values: &mut [i32; 64], at: usize) {
    let column: [i32; 8] = std::array::from_fn(|row| values[at + 8 * row]);
    if column[1..].iter().all(|&value| value == 0) {
        for row in 0..8 {
            values[at + 8 * row] = column[0] << COLUMN_BITS;
        }
        return;
    }
    for (row, sum) in transform(column, COLUMN_HALF).into_iter().enumerate() {
        values[at + 8 * row] = sum >> COLUMN;
    }
}

/// The same for a row, whose results are samples.
fn put_row(row: &[i32; 8], target: &mut [u8]) {
    let target = &mut target[..8];
    if row[1..].iter().all(|&value| value == 0) {
        target.fill(clamp((row[0] << FACTOR_BITS).wrapping_add(ROW_HALF) >> ROW));
        return;
    }
    for (sample, sum) in target.iter_mut().zip(transform(*row, ROW_HALF)) {
        *sample = clamp(sum >> ROW);
    }
}

/// The transform in one dimension; what is rounded off remains to be shifted out.
#[inline]
fn transform(values: [i32; 8], half: i32) -> [i32; 8] {
    let [v0, v1, v2, v3, v4, v5, v6, v7] = values.map(Wrapping);
    let turn = (v2 + v6) * Wrapping(FIX_0_541196100);
    let turned2 = turn + v2 * Wrapping(FIX_0_765366865);
    let turned6 = turn - v6 * Wrapping(FIX_1_847759065);
    let sum04 = ((v0 + v4) << FACTOR_BITS as usize) + Wrapping(half);
    let difference04 = ((v0 - v4) << FACTOR_BITS as usize) + Wrapping(half);
    let even0 = sum04 + turned2;
    let even1 = difference04 + turned6;
    let even2 = difference04 - turned6;
    let even3 = sum04 - turned2;

    let sum37 = v3 + v7;
    let sum15 = v1 + v5;
    let all = (sum37 + sum15) * Wrapping(FIX_1_175875602);
    let both37 = all - sum37 * Wrapping(FIX_1_961570560);
    let both15 = all - sum15 * Wrapping(FIX_0_390180644);
    let both17 = (v1 + v7) * Wrapping(FIX_0_899976223);
    let both35 = (v3 + v5) * Wrapping(FIX_2_562915447);
    let odd0 = v1 * Wrapping(FIX_1_501321110) - both17 + both15;
    let odd1 = v3 * Wrapping(FIX_3_072711026) - both35 + both37;
    let odd2 = v5 * Wrapping(FIX_2_053119869) - both35 + both15;
    let odd3 = v7 * Wrapping(FIX_0_298631336) - both17 + both37;

    [
        even0 + odd0,
        even1 + odd1,
        even2 + odd2,
        even3 + odd3,
        even3 - odd3,
        even2 - odd2,
        even1 - odd1,
        even0 - odd0,
    ]
    .map(|sum| sum.0)
}

/// The nearest byte.
#[inline]
#[expect(clippy::cast_sign_loss, reason = "clamped to a byte")]
pub fn clamp(value: i32) -> u8 {
    value.clamp(0, 255) as u8
}
