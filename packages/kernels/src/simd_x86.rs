//! The vectors of x86-64.

use super::{Vector, vector};
use std::arch::x86_64::{
    __m128d, __m256d, _CMP_LE_OQ, _mm_add_pd, _mm_cmple_pd, _mm_div_pd, _mm_loadu_pd, _mm_movemask_pd,
    _mm_mul_pd, _mm_set1_pd, _mm_sqrt_pd, _mm_storeu_pd, _mm_sub_pd, _mm256_add_pd, _mm256_cmp_pd,
    _mm256_div_pd, _mm256_fmadd_pd, _mm256_loadu_pd, _mm256_movemask_pd, _mm256_mul_pd, _mm256_set1_pd,
    _mm256_sqrt_pd, _mm256_storeu_pd, _mm256_sub_pd,
};
use std::ops::{Add, Div, Mul, Sub};

vector! {
    /// Four `f64`, of AVX2.
    Avx2(__m256d), 4 lanes,
    Add add _mm256_add_pd, Sub sub _mm256_sub_pd, Mul mul _mm256_mul_pd, Div div _mm256_div_pd;
    _mm256_set1_pd, _mm256_loadu_pd, _mm256_storeu_pd, _mm256_sqrt_pd, _mm256_fmadd_pd,
    |a, b| _mm256_movemask_pd(_mm256_cmp_pd::<_CMP_LE_OQ>(a, b)).cast_unsigned()
}

vector! {
    /// Two `f64`, of SSE2.
    Sse2(__m128d), 2 lanes,
    Add add _mm_add_pd, Sub sub _mm_sub_pd, Mul mul _mm_mul_pd, Div div _mm_div_pd;
    _mm_set1_pd, _mm_loadu_pd, _mm_storeu_pd, _mm_sqrt_pd, |a, b, c| _mm_add_pd(_mm_mul_pd(a, b), c),
    |a, b| _mm_movemask_pd(_mm_cmple_pd(a, b)).cast_unsigned()
}
