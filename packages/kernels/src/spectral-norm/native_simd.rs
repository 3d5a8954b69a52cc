#![expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]

use super::spectral_norm;
use crate::simd::{Tuned, Vector, Width};
use std::array::from_fn;
use std::ops::Range;

/// Vectors of rows that a core works on at once, since each sum waits for its own last division.
const IN_FLIGHT: usize = 2;
/// Quotients of a row that become one.
const COLUMNS: usize = 4;

/// The rows `[start, end)` of A × vector; `product` is exactly theirs.
pub fn multiply(size: u32, vector: &[f64], product: &mut [f64], start: usize, end: usize) {
    Width::widest().work(Chunk { matrix: Matrix::Given, vector: &vector[..size as usize], product, rows: start..end });
}

/// The rows `[start, end)` of Aᵀ × vector; `product` is exactly theirs.
pub fn multiply_transposed(size: u32, vector: &[f64], product: &mut [f64], start: usize, end: usize) {
    let vector = &vector[..size as usize];
    Width::widest().work(Chunk { matrix: Matrix::Transposed, vector, product, rows: start..end });
}

#[derive(Clone, Copy)]
enum Matrix {
    Given,
    Transposed,
}

struct Chunk<'a> {
    matrix: Matrix,
    vector: &'a [f64],
    product: &'a mut [f64],
    rows: Range<usize>,
}

impl Tuned for Chunk<'_> {
    #[inline(always)]
    fn vectors<V: Vector>(self) {
        let Self { matrix, vector, product, rows } = self;
        let group = IN_FLIGHT * V::LANES;
        for (first, product) in rows.clone().step_by(group).zip(product.chunks_mut(group)) {
            // Lanes that are left over repeat the last row.
            let row = |lane: usize| (first + lane).min(rows.end - 1) as f64;
            let rows: [V; IN_FLIGHT] = from_fn(|at| V::from_lanes(|lane| row(at * V::LANES + lane)));
            let mut elements = [0.0; IN_FLIGHT * 4];
            for (sum, elements) in
                sums_of_quotients(vector, matrix, rows).iter().zip(elements.chunks_exact_mut(V::LANES))
            {
                sum.store(elements);
            }
            product.copy_from_slice(&elements[..product.len()]);
        }
    }

    fn plain(self) {
        let Self { matrix, vector, product, rows: Range { start, end } } = self;
        let size = u32::try_from(vector.len()).expect("it was one");
        match matrix {
            Matrix::Given => spectral_norm::multiply(size, vector, product, start, end),
            Matrix::Transposed => spectral_norm::multiply_transposed(size, vector, product, start, end),
        }
    }
}

/// Rows of a matrix times a vector. Four quotients become one, which takes nine multiplications instead of three
/// divisions: a/b + c/d = (a d + c b) / (b d).
#[inline(always)]
fn sums_of_quotients<V: Vector>(vector: &[f64], matrix: Matrix, rows: [V; IN_FLIGHT]) -> [V; IN_FLIGHT] {
    let [one, half] = [1.0, 0.5].map(V::splat);
    // The divisor of a row's first element, and by how much the second one is larger: as in the plain lane.
    let mut divisors = rows.map(|i| i * (i + one) * half + one);
    let mut steps = rows.map(|i| i + one);
    match matrix {
        Matrix::Given => (0..IN_FLIGHT).for_each(|at| divisors[at] = divisors[at] + rows[at]),
        Matrix::Transposed => (0..IN_FLIGHT).for_each(|at| steps[at] = steps[at] + one),
    }
    let mut sums = [V::splat(0.0); IN_FLIGHT];
    let (groups, rest) = vector.as_chunks::<COLUMNS>();
    for group in groups {
        let [a, b, c, d] = group.map(V::splat);
        for at in 0..IN_FLIGHT {
            let under: [V; COLUMNS] = from_fn(|_| next(&mut divisors[at], &mut steps[at]));
            let (over_ab, under_ab) = (a.mul_add(under[1], b * under[0]), under[0] * under[1]);
            let (over_cd, under_cd) = (c.mul_add(under[3], d * under[2]), under[2] * under[3]);
            sums[at] = sums[at] + over_ab.mul_add(under_cd, over_cd * under_ab) / (under_ab * under_cd);
        }
    }
    for &element in rest {
        for at in 0..IN_FLIGHT {
            sums[at] = sums[at] + V::splat(element) / next(&mut divisors[at], &mut steps[at]);
        }
    }
    sums
}

/// Steps from a divisor to the one to its right; gives the former.
#[inline(always)]
fn next<V: Vector>(divisor: &mut V, step: &mut V) -> V {
    let this = *divisor;
    *divisor = this + *step;
    *step = *step + V::splat(1.0);
    this
}

#[cfg(test)]
mod tests {
    use super::{Chunk, Matrix, spectral_norm};
    use crate::simd::Width;

    #[test]
    fn every_width_is_close_to_the_plain_lane_and_gives_the_same_bits_however_rows_are_divided() {
        for size in [1, 3, 4, 9, 31] {
            let vector: Vec<f64> = (0..size).map(|i| 1.0 + f64::from(i) / 7.0).collect();
            let count = vector.len();
            let (mut plain, mut plain_transposed) = (vec![0.0; count], vec![0.0; count]);
            spectral_norm::multiply(size, &vector, &mut plain, 0, count);
            spectral_norm::multiply_transposed(size, &vector, &mut plain_transposed, 0, count);
            for (matrix, plain) in [(Matrix::Given, plain), (Matrix::Transposed, plain_transposed)] {
                for width in [Width::Avx2, Width::Sse2, Width::Neon, Width::Scalar] {
                    let run = |rows: std::ops::Range<usize>| {
                        let mut product = vec![7.0; rows.len()];
                        width.work(Chunk { matrix, vector: &vector, product: &mut product, rows });
                        product
                    };
                    let whole = run(0..count);
                    for (tuned, plain) in whole.iter().zip(&plain) {
                        assert!((tuned / plain - 1.0).abs() < 1e-14, "{width:?} {size}: {tuned}, not {plain}");
                    }
                    for start in 0..count {
                        assert!(run(start..count) == whole[start..], "{width:?} [{start}, {size})");
                    }
                }
            }
        }
    }
}
