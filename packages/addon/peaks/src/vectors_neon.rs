//! The vectors of aarch64.

use crate::vectors::{Vectors, vectors};
use std::arch::aarch64::{
    float64x2_t, uint32x4_t, vaddq_u32, vdupq_n_f64, vdupq_n_u32, veorq_u32, vfmaq_f64,
};

vectors! {
    /// 128 bits, which every aarch64 has.
    Neon: float64x2_t, 2, "neon, fused multiply-add"; uint32x4_t, 4, "neon, add and xor of 32 bits";
    vdupq_n_f64, vdupq_n_u32, |value, factor, addend| vfmaq_f64(addend, value, factor),
    vaddq_u32, veorq_u32
}
