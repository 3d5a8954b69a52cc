use super::plain_idct;
pub use super::plain_idct::{clamp, put_flat_block};

/// Puts the samples of a block, as in the plain lane, eight columns or rows at a time.
pub fn put_block(values: &mut [i32; 64], target: &mut [u8], stride: usize) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") && target.len() >= 7 * stride + 8 {
        // The plain lane never multiplies in columns of nothing but their first coefficient. Where that is so large that
        // it would leave 32 bits, as in damaged frames only, the results are others.
        let modest = values[..8].iter().all(|value| (-(1 << 18)..1 << 18).contains(value));
        if modest {
            // SAFETY: the machine has AVX2, and there is room for eight rows.
            unsafe { machine::put_block(values, target, stride) };
            return;
        }
    }
    plain_idct::put_block(values, target, stride);
}

#[cfg(target_arch = "x86_64")]
mod machine {
    use crate::params::jpeg_decode::{
        COLUMN_BITS, FACTOR_BITS, FIX_0_298631336, FIX_0_390180644, FIX_0_541196100, FIX_0_765366865,
        FIX_0_899976223, FIX_1_175875602, FIX_1_501321110, FIX_1_847759065, FIX_1_961570560, FIX_2_053119869,
        FIX_2_562915447, FIX_3_072711026,
    };
    use std::arch::x86_64::{
        _mm_castsi128_pd,
        __m128i, __m256i, _mm_storeh_pd, _mm_storel_epi64, _mm256_add_epi32, _mm256_castsi256_si128,
        _mm256_extracti128_si256, _mm256_loadu_si256, _mm256_mullo_epi32, _mm256_packs_epi32, _mm256_packus_epi16,
        _mm256_permute2x128_si256, _mm256_permutevar8x32_epi32, _mm256_set1_epi32, _mm256_setr_epi32, _mm256_slli_epi32,
        _mm256_srai_epi32, _mm256_sub_epi32, _mm256_unpackhi_epi32, _mm256_unpackhi_epi64, _mm256_unpacklo_epi32,
        _mm256_unpacklo_epi64,
    };

    type Vectors = [__m256i; 8];

    /// Bits to be rounded off after the columns, and after the rows, as in the plain lane.
    const COLUMN: i32 = FACTOR_BITS - COLUMN_BITS;
    const ROW: i32 = FACTOR_BITS + COLUMN_BITS + 3;
    const ROW_HALF: i32 = (1 << (ROW - 1)) + (128 << ROW);

    /// # Safety
    /// The target must have room for eight rows.
    #[target_feature(enable = "avx2")]
    pub unsafe fn put_block(values: &[i32; 64], target: &mut [u8], stride: usize) {
        let rows: Vectors =
            // SAFETY: there are eight values in each chunk.
            std::array::from_fn(|row| unsafe { _mm256_loadu_si256(values[row * 8..][..8].as_ptr().cast()) });
        let columns = transposed(transform(rows, 1 << (COLUMN - 1)).map(|sum| _mm256_srai_epi32::<COLUMN>(sum)));
        let [a, b, c, d, e, f, g, h] =
            transposed(transform(columns, ROW_HALF).map(|sum| _mm256_srai_epi32::<ROW>(sum)));
        // Four rows at a time. In each half of a vector lies half of each row.
        let halves = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
        for (first, [a, b, c, d]) in [(0, [a, b, c, d]), (4, [e, f, g, h])] {
            let bytes = _mm256_packus_epi16(_mm256_packs_epi32(a, b), _mm256_packs_epi32(c, d));
            let rows = _mm256_permutevar8x32_epi32(bytes, halves);
            let two = [_mm256_castsi256_si128(rows), _mm256_extracti128_si256::<1>(rows)];
            for (index, rows) in two.into_iter().enumerate() {
                let at = (first + 2 * index) * stride;
                // SAFETY: the caller says that there is room.
                unsafe { put_two(rows, target.as_mut_ptr().add(at), stride) };
            }
        }
    }

    /// # Safety
    /// There must be room for eight bytes, and `stride` further on for as many.
    #[target_feature(enable = "avx2")]
    unsafe fn put_two(rows: __m128i, target: *mut u8, stride: usize) {
        // SAFETY: as above.
        unsafe {
            _mm_storel_epi64(target.cast(), rows);
            _mm_storeh_pd(target.add(stride).cast(), _mm_castsi128_pd(rows));
        }
    }

    /// The transform of the plain lane in one dimension, eight times at once.
    #[target_feature(enable = "avx2")]
    fn transform([v0, v1, v2, v3, v4, v5, v6, v7]: Vectors, half: i32) -> Vectors {
        let times = |value, factor| _mm256_mullo_epi32(value, _mm256_set1_epi32(factor));
        let add = |a, b| _mm256_add_epi32(a, b);
        let sub = |a, b| _mm256_sub_epi32(a, b);
        let half = _mm256_set1_epi32(half);
        let turn = times(add(v2, v6), FIX_0_541196100);
        let turned2 = add(turn, times(v2, FIX_0_765366865));
        let turned6 = sub(turn, times(v6, FIX_1_847759065));
        let sum04 = add(_mm256_slli_epi32::<FACTOR_BITS>(add(v0, v4)), half);
        let difference04 = add(_mm256_slli_epi32::<FACTOR_BITS>(sub(v0, v4)), half);
        let even0 = add(sum04, turned2);
        let even1 = add(difference04, turned6);
        let even2 = sub(difference04, turned6);
        let even3 = sub(sum04, turned2);

        let sum37 = add(v3, v7);
        let sum15 = add(v1, v5);
        let all = times(add(sum37, sum15), FIX_1_175875602);
        let both37 = sub(all, times(sum37, FIX_1_961570560));
        let both15 = sub(all, times(sum15, FIX_0_390180644));
        let both17 = times(add(v1, v7), FIX_0_899976223);
        let both35 = times(add(v3, v5), FIX_2_562915447);
        let odd0 = add(sub(times(v1, FIX_1_501321110), both17), both15);
        let odd1 = add(sub(times(v3, FIX_3_072711026), both35), both37);
        let odd2 = add(sub(times(v5, FIX_2_053119869), both35), both15);
        let odd3 = add(sub(times(v7, FIX_0_298631336), both17), both37);

        [
            add(even0, odd0),
            add(even1, odd1),
            add(even2, odd2),
            add(even3, odd3),
            sub(even3, odd3),
            sub(even2, odd2),
            sub(even1, odd1),
            sub(even0, odd0),
        ]
    }

    /// Columns instead of rows.
    #[target_feature(enable = "avx2")]
    fn transposed([a, b, c, d, e, f, g, h]: Vectors) -> Vectors {
        let pairs = |a, b| (_mm256_unpacklo_epi32(a, b), _mm256_unpackhi_epi32(a, b));
        let ((ab, ab2), (cd, cd2), (ef, ef2), (gh, gh2)) = (pairs(a, b), pairs(c, d), pairs(e, f), pairs(g, h));
        let fours = |a, b| (_mm256_unpacklo_epi64(a, b), _mm256_unpackhi_epi64(a, b));
        let ((top0, top1), (top2, top3)) = (fours(ab, cd), fours(ab2, cd2));
        let ((low0, low1), (low2, low3)) = (fours(ef, gh), fours(ef2, gh2));
        let left = |top, low| _mm256_permute2x128_si256::<0x20>(top, low);
        let right = |top, low| _mm256_permute2x128_si256::<0x31>(top, low);
        [
            left(top0, low0),
            left(top1, low1),
            left(top2, low2),
            left(top3, low3),
            right(top0, low0),
            right(top1, low1),
            right(top2, low2),
            right(top3, low3),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{plain_idct, put_block};

    #[test]
    fn a_block_of_any_coefficients_has_the_samples_of_the_plain_lane() {
        let mut state = 1_u32;
        for round in 0..4_000 {
            // From small coefficients, of which most are zeros, to any 32 bits, in blocks with many rows and with one.
            let (bits, rows) = (round % 32, 1 + round / 32 % 8);
            let mut values = [0; 64];
            for value in &mut values[..rows * 8] {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *value = state.cast_signed() >> bits;
            }
            let (mut plain, mut tuned) = ([1; 80], [2; 80]);
            plain_idct::put_block(&mut values.clone(), &mut plain, 10);
            put_block(&mut values, &mut tuned, 10);
            for (plain, tuned) in plain.chunks(10).zip(tuned.chunks(10)) {
                assert_eq!(tuned[..8], plain[..8], "{bits} bits, {rows} rows");
            }
        }
    }
}
