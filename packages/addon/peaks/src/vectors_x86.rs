//! The vectors of x86-64.

use crate::vectors::{Vectorised, Vectors, vectors};
use std::arch::x86_64::{
    __m128d, __m128i, __m256d, __m256i, __m512d, __m512i, _mm_add_epi32, _mm_add_pd, _mm_mul_pd,
    _mm_set1_epi32, _mm_set1_pd, _mm_xor_si128, _mm256_add_epi32, _mm256_fmadd_pd, _mm256_set1_epi32,
    _mm256_set1_pd, _mm256_xor_si256, _mm512_add_epi32, _mm512_fmadd_pd, _mm512_set1_epi32, _mm512_set1_pd,
    _mm512_xor_si512,
};

/// Does it with the widest vectors of this machine.
pub fn with_widest<Work: Vectorised>(work: Work) -> Work::Outcome {
    if is_x86_feature_detected!("avx512f") {
        // SAFETY: the machine has them.
        return unsafe { with_avx512(work) };
    }
    if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
        // SAFETY: the machine has them.
        return unsafe { with_avx2(work) };
    }
    work.with::<Sse2>()
}

#[target_feature(enable = "avx512f")]
fn with_avx512<Work: Vectorised>(work: Work) -> Work::Outcome {
    work.with::<Avx512>()
}

#[target_feature(enable = "avx2,fma")]
fn with_avx2<Work: Vectorised>(work: Work) -> Work::Outcome {
    work.with::<Avx2>()
}

vectors! {
    /// 512 bits, with fused multiplication and addition.
    Avx512: __m512d, 8, "avx512f, fused multiply-add"; __m512i, 16, "avx512f, add and xor of 32 bits";
    _mm512_set1_pd, |value: u32| _mm512_set1_epi32(value.cast_signed()), _mm512_fmadd_pd,
    _mm512_add_epi32, _mm512_xor_si512
}

vectors! {
    /// 256 bits, with fused multiplication and addition.
    Avx2: __m256d, 4, "avx2, fused multiply-add"; __m256i, 8, "avx2, add and xor of 32 bits";
    _mm256_set1_pd, |value: u32| _mm256_set1_epi32(value.cast_signed()), _mm256_fmadd_pd,
    _mm256_add_epi32, _mm256_xor_si256
}

vectors! {
    /// 128 bits, which every x86-64 has.
    Sse2: __m128d, 2, "sse2, multiply and add"; __m128i, 4, "sse2, add and xor of 32 bits";
    _mm_set1_pd, |value: u32| _mm_set1_epi32(value.cast_signed()),
    |value, factor, addend| _mm_add_pd(_mm_mul_pd(value, factor), addend),
    _mm_add_epi32, _mm_xor_si128
}
