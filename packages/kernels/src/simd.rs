//! Vectors of `f64` for the tuned sources. Which ones a machine has is found while it runs, so that one
//! addon serves old and new processors, and the build needs no knowledge of the machine.

use std::ops::{Add, Div, Mul, Sub};

#[cfg(target_arch = "aarch64")]
#[path = "simd_neon.rs"]
mod neon;
#[cfg(target_arch = "x86_64")]
#[path = "simd_x86.rs"]
mod x86;

/// What the tuned sources use on this machine: its vectors, and `sha256` if it has instructions for that.
#[must_use]
pub fn instructions() -> String {
    let vectors = Width::widest().name();
    if has_sha256() { format!("{vectors}, sha256") } else { vectors.to_owned() }
}

/// Whether the machine has instructions for SHA-256, and for the shuffling around them.
#[must_use]
pub fn has_sha256() -> bool {
    #[cfg(target_arch = "x86_64")]
    return is_x86_feature_detected!("sha")
        && is_x86_feature_detected!("ssse3")
        && is_x86_feature_detected!("sse4.1");
    #[cfg(target_arch = "aarch64")]
    return std::arch::is_aarch64_feature_detected!("sha2");
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    return false;
}

/// Several `f64` that one instruction works on. Each lane is computed as IEEE 754 says, like a single `f64`.
/// Nothing here is approximate, and nothing but `mul_add` may be fused.
pub trait Vector:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self>
{
    /// How many.
    const LANES: usize;
    /// The same value in every lane.
    fn splat(value: f64) -> Self;
    /// The first values, in order.
    ///
    /// # Panics
    /// When there are fewer than lanes.
    fn load(values: &[f64]) -> Self;
    /// The value of each lane, by its number.
    fn from_lanes(value: impl FnMut(usize) -> f64) -> Self;
    /// Writes the lanes in order to the start of `values`.
    ///
    /// # Panics
    /// When `values` is shorter than the vector.
    fn store(self, values: &mut [f64]);
    /// The square root of each lane.
    #[must_use]
    fn sqrt(self) -> Self;
    /// Each lane times `factor`, plus `addend`: rounded once where the machine has an instruction for that, else twice.
    #[must_use]
    fn mul_add(self, factor: Self, addend: Self) -> Self;
    /// One bit per lane, lane 0 in the lowest: whether it is at most `limit`. What is not a number is not.
    fn at_most(self, limit: Self) -> u32;
}

/// A chunk of a kernel that vectors can work on.
pub trait Tuned {
    /// Works on it with vectors. Must be `#[inline(always)]`, and so must every function that has a vector among
    /// its arguments or results: else each operation becomes a call.
    fn vectors<V: Vector>(self);
    /// Works on it as the plain lane does.
    fn plain(self);
}

/// Vectors that a machine may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// Four lanes, and fused multiplication and addition, which came with it or before.
    Avx2,
    /// Two lanes, which every x86-64 has.
    Sse2,
    /// Two lanes, which every aarch64 has.
    Neon,
    /// No vectors.
    Scalar,
}

impl Width {
    /// The widest vectors that this machine has.
    #[must_use]
    pub fn widest() -> Self {
        #[cfg(target_arch = "x86_64")]
        return if has_avx2() { Self::Avx2 } else { Self::Sse2 };
        #[cfg(target_arch = "aarch64")]
        return Self::Neon;
        #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
        return Self::Scalar;
    }

    /// The name of the instructions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Avx2 => "avx2",
            Self::Sse2 => "sse2",
            Self::Neon => "neon",
            Self::Scalar => "scalar",
        }
    }

    /// Works with these vectors, or without where the machine has none of them.
    pub fn work(self, chunk: impl Tuned) {
        match self {
            #[cfg(target_arch = "x86_64")]
            // SAFETY: the machine has AVX2 and FMA.
            Self::Avx2 if has_avx2() => unsafe { with_avx2(chunk) },
            #[cfg(target_arch = "x86_64")]
            Self::Sse2 => chunk.vectors::<x86::Sse2>(),
            #[cfg(target_arch = "aarch64")]
            Self::Neon => chunk.vectors::<neon::Neon>(),
            _ => chunk.plain(),
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn has_avx2() -> bool {
    is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma")
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn with_avx2(chunk: impl Tuned) {
    chunk.vectors::<x86::Avx2>();
}

/// Defines a vector around a machine's own: type, number of lanes, and the instruction behind each operation.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
macro_rules! vector {
    (
        $(#[$meaning:meta])* $vector:ident($own:ty), $lanes:literal lanes,
        $($operator:ident $method:ident $instruction:ident),*;
        $splat:ident, $load:ident, $store:ident, $sqrt:ident, $mul_add:expr, $at_most:expr
    ) => {
        $(#[$meaning])*
        #[derive(Clone, Copy)]
        pub struct $vector($own);

        $(impl $operator for $vector {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                // SAFETY: `Width::work` uses this vector only on machines that have it; so below.
                Self(unsafe { $instruction(self.0, other.0) })
            }
        })*

        impl Vector for $vector {
            const LANES: usize = $lanes;
            #[inline(always)]
            fn splat(value: f64) -> Self {
                // SAFETY: as above.
                Self(unsafe { $splat(value) })
            }
            #[inline(always)]
            fn load(values: &[f64]) -> Self {
                // SAFETY: as above, and there are as many values as lanes.
                Self(unsafe { $load(values[..$lanes].as_ptr()) })
            }
            #[inline(always)]
            fn from_lanes(value: impl FnMut(usize) -> f64) -> Self {
                Self::load(&std::array::from_fn::<f64, $lanes, _>(value))
            }
            #[inline(always)]
            fn store(self, values: &mut [f64]) {
                // SAFETY: as above, and there are as many values as lanes.
                unsafe { $store(values[..$lanes].as_mut_ptr(), self.0) }
            }
            #[inline(always)]
            fn sqrt(self) -> Self {
                // SAFETY: as above.
                Self(unsafe { $sqrt(self.0) })
            }
            #[inline(always)]
            fn mul_add(self, factor: Self, addend: Self) -> Self {
                // SAFETY: as above.
                Self(unsafe { $mul_add(self.0, factor.0, addend.0) })
            }
            #[inline(always)]
            fn at_most(self, limit: Self) -> u32 {
                // SAFETY: as above.
                unsafe { $at_most(self.0, limit.0) }
            }
        }
    };
}
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
use vector;

#[cfg(test)]
#[expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]
mod tests {
    use super::{Tuned, Vector, Width};

    /// Every operation on some pairs of values, bit by bit, and whether the first is at most the second.
    struct Operations<'a>(&'a mut Vec<(Vec<u64>, bool)>);

    const VALUES: [f64; 8] = [0.1, -3.7, 2.0, f64::NAN, 4.0, 1e300, f64::INFINITY, 5e-324];

    impl Tuned for Operations<'_> {
        #[inline(always)]
        fn vectors<V: Vector>(self) {
            for shift in 0..VALUES.len() {
                for first in (0..VALUES.len()).step_by(V::LANES) {
                    let a = V::from_lanes(|lane| VALUES[first + lane]);
                    let b = V::from_lanes(|lane| VALUES[(first + lane + shift) % VALUES.len()]);
                    let mut results = [[0.0; 4]; 6];
                    for (result, vector) in
                        results.iter_mut().zip([a + b, a - b, a * b, a / b, a.sqrt(), V::splat(1.5)])
                    {
                        vector.store(result);
                    }
                    let bits = a.at_most(b);
                    for lane in 0..V::LANES {
                        let lanes = results.iter().map(|result| normal(result[lane])).collect();
                        self.0.push((lanes, bits >> lane & 1 == 1));
                    }
                }
            }
        }

        fn plain(self) {
            for shift in 0..VALUES.len() {
                for (index, a) in VALUES.into_iter().enumerate() {
                    let b = VALUES[(index + shift) % VALUES.len()];
                    let results = [a + b, a - b, a * b, a / b, a.sqrt(), 1.5];
                    self.0.push((results.into_iter().map(normal).collect(), a <= b));
                }
            }
        }
    }

    /// The bits of a number; all that are none are alike.
    fn normal(value: f64) -> u64 {
        if value.is_nan() { f64::NAN.to_bits() } else { value.to_bits() }
    }

    #[test]
    fn every_width_computes_each_lane_like_a_single_number() {
        let mut expected = Vec::new();
        Width::Scalar.work(Operations(&mut expected));
        for width in [Width::Avx2, Width::Sse2, Width::Neon] {
            let mut actual = Vec::new();
            width.work(Operations(&mut actual));
            assert_eq!(actual, expected, "{width:?}");
        }
    }

    /// Checks that each lane is a product and a sum, rounded once or twice, and notes their number.
    struct Sums<'a>(&'a mut usize);

    impl Tuned for Sums<'_> {
        #[inline(always)]
        fn vectors<V: Vector>(self) {
            for first in (0..VALUES.len()).step_by(V::LANES) {
                let a = V::load(&VALUES[first..]);
                let mut results = [0.0; 4];
                a.mul_add(a, V::splat(0.3)).store(&mut results);
                for (result, a) in results.into_iter().zip(&VALUES[first..first + V::LANES]) {
                    let roundings = [a.mul_add(*a, 0.3), a * a + 0.3].map(normal);
                    assert!(roundings.contains(&normal(result)), "{a} squared plus 0.3 is not {result}");
                    *self.0 += 1;
                }
            }
        }

        fn plain(self) {
            *self.0 += VALUES.len();
        }
    }

    #[test]
    fn every_width_adds_a_product_and_rounds_once_or_twice() {
        for width in [Width::Avx2, Width::Sse2, Width::Neon, Width::Scalar] {
            let mut lanes = 0;
            width.work(Sums(&mut lanes));
            assert_eq!(lanes, VALUES.len(), "{width:?}");
        }
    }
}
