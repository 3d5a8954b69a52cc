//! The vectors of aarch64.

use super::{Vector, vector};
use std::arch::aarch64::{
    float64x2_t, vaddq_f64, vcleq_f64, vdivq_f64, vdupq_n_f64, vfmaq_f64, vgetq_lane_u64, vld1q_f64,
    vmulq_f64, vsqrtq_f64, vst1q_f64, vsubq_f64,
};
use std::ops::{Add, Div, Mul, Sub};

vector! {
    /// Two `f64`, of NEON.
    Neon(float64x2_t), 2 lanes,
    Add add vaddq_f64, Sub sub vsubq_f64, Mul mul vmulq_f64, Div div vdivq_f64;
    vdupq_n_f64, vld1q_f64, vst1q_f64, vsqrtq_f64, |a, b, c| vfmaq_f64(c, a, b),
    |a, b| {
        let within = vcleq_f64(a, b);
        u32::from(vgetq_lane_u64::<0>(within) != 0) | (u32::from(vgetq_lane_u64::<1>(within) != 0) << 1)
    }
}
