#![expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]

use super::matmul;
use crate::simd::{Tuned, Vector, Width};
use std::array::from_fn;

/// Rows of c, and vectors of each, whose sums grow in registers: with two of b and one of a, x86-64 has one to spare.
const ROWS: usize = 6;
const VECTORS: usize = 2;
/// Rows of b at a time: their columns that belong to such sums fit the first-level cache, with what they meet of a.
const DEPTH: usize = 256;
const MOST_LANES: usize = 4;

/// The rows `[start, end)` of c = a × b; `c` is exactly theirs. Every element is the sum over k in ascending order, as in
/// the plain lane, but multiplication and addition are fused where the machine can.
pub fn matmul(size: u32, a: &[f64], b: &[f64], c: &mut [f64], start: usize, end: usize) {
    Width::widest().work(Product { size: size as usize, a, b, c, start, end });
}

struct Product<'a> {
    size: usize,
    a: &'a [f64],
    b: &'a [f64],
    c: &'a mut [f64],
    start: usize,
    end: usize,
}

/// Elements of a row of c that lie in the registers.
type Elements = [f64; VECTORS * MOST_LANES];

impl Tuned for Product<'_> {
    #[inline(always)]
    fn vectors<V: Vector>(self) {
        let Self { size, a, b, c, start, end } = self;
        let a = &a[start * size..end * size];
        let mut panel = vec![[V::splat(0.0); VECTORS]; DEPTH.min(size)];
        c.fill(0.0);
        for from in (0..size).step_by(DEPTH) {
            let to = size.min(from + DEPTH);
            let panel = &mut panel[..to - from];
            for column in (0..size).step_by(VECTORS * V::LANES) {
                pack(panel, &b[from * size..to * size], size, column);
                let sums = Sums { size, from, column, panel };
                for (a, c) in a.chunks(ROWS * size).zip(c.chunks_mut(ROWS * size)) {
                    match a.len() / size {
                        1 => sums.grow::<1>(a, c),
                        2 => sums.grow::<2>(a, c),
                        3 => sums.grow::<3>(a, c),
                        4 => sums.grow::<4>(a, c),
                        5 => sums.grow::<5>(a, c),
                        _ => sums.grow::<ROWS>(a, c),
                    }
                }
            }
        }
    }

    fn plain(self) {
        let size = u32::try_from(self.size).expect("it was one");
        matmul::matmul(size, self.a, self.b, self.c, self.start, self.end);
    }
}

/// Copies columns out of some rows of b.
#[inline(always)]
fn pack<V: Vector>(panel: &mut [[V; VECTORS]], b: &[f64], size: usize, column: usize) {
    for (vectors, row) in panel.iter_mut().zip(b.chunks_exact(size)) {
        *vectors = vectors_of(&row[column..size.min(column + VECTORS * V::LANES)]);
    }
}

/// As many vectors as a row has; what is missing is 0.
#[inline(always)]
fn vectors_of<V: Vector>(values: &[f64]) -> [V; VECTORS] {
    if values.len() == VECTORS * V::LANES {
        return from_fn(|vector| V::load(&values[vector * V::LANES..]));
    }
    let mut elements: Elements = [0.0; VECTORS * MOST_LANES];
    elements[..values.len()].copy_from_slice(values);
    from_fn(|vector| V::load(&elements[vector * V::LANES..]))
}

/// What some rows of c grow by, in a few columns.
struct Sums<'a, V> {
    size: usize,
    /// The first row of b in the panel.
    from: usize,
    /// The first column.
    column: usize,
    /// These columns of b, row by row.
    panel: &'a [[V; VECTORS]],
}

impl<V: Vector> Sums<'_, V> {
    /// Adds the products of some rows of a with the panel to the same rows of c.
    #[inline(always)]
    fn grow<const COUNT: usize>(&self, a: &[f64], c: &mut [f64]) {
        let there = self.column..self.size.min(self.column + VECTORS * V::LANES);
        let row = |row: usize| row * self.size..(row + 1) * self.size;
        let mut sums: [[V; VECTORS]; COUNT] = from_fn(|i| vectors_of(&c[row(i)][there.clone()]));
        let a: [&[f64]; COUNT] = from_fn(|i| &a[row(i)][self.from..][..self.panel.len()]);
        for (k, b) in self.panel.iter().enumerate() {
            for i in 0..COUNT {
                let factor = V::splat(a[i][k]);
                for vector in 0..VECTORS {
                    sums[i][vector] = factor.mul_add(b[vector], sums[i][vector]);
                }
            }
        }
        for (i, sums) in sums.iter().enumerate() {
            put(sums, &mut c[row(i)][there.clone()]);
        }
    }
}

/// Writes as many elements of these vectors as there is room for.
#[inline(always)]
fn put<V: Vector>(vectors: &[V; VECTORS], values: &mut [f64]) {
    if values.len() == VECTORS * V::LANES {
        for (vector, values) in vectors.iter().zip(values.chunks_exact_mut(V::LANES)) {
            vector.store(values);
        }
        return;
    }
    let mut elements: Elements = [0.0; VECTORS * MOST_LANES];
    for (vector, elements) in vectors.iter().zip(elements.chunks_exact_mut(V::LANES)) {
        vector.store(elements);
    }
    values.copy_from_slice(&elements[..values.len()]);
}

#[cfg(test)]
mod tests {
    use super::{Product, matmul};
    use crate::simd::Width;

    /// Whole numbers, so that all sums are exact, in any order, fused or not.
    fn matrix(size: usize, factor: u32) -> Vec<f64> {
        (0_u32..).map(|i| f64::from(i * factor % 19) - 9.0).take(size * size).collect()
    }

    #[test]
    fn every_width_gives_the_product_of_the_plain_lane_whatever_is_left_over() {
        // The last has more rows of b than are worked on at a time.
        for size in [1, 2, 5, 8, 13, 31, 270] {
            let (a, b) = (matrix(size, 3), matrix(size, 5));
            for (start, end) in [(0, size.min(13)), (size / 2, size.min(size / 2 + 9)), (size / 3, size / 3)] {
                let mut plain = vec![7.0; (end - start) * size];
                let mut tuned = plain.clone();
                matmul::matmul(u32::try_from(size).unwrap(), &a, &b, &mut plain, start, end);
                for width in [Width::Avx2, Width::Sse2, Width::Neon, Width::Scalar] {
                    tuned.fill(7.0);
                    width.work(Product { size, a: &a, b: &b, c: &mut tuned, start, end });
                    assert!(tuned == plain, "{width:?} {size} [{start}, {end})");
                }
            }
        }
    }

    #[test]
    fn how_rows_are_divided_does_not_change_a_bit_of_the_product() {
        let matrix: Vec<f64> = matrix(30, 7).into_iter().map(|element| element / 10.0).collect();
        let mut whole = vec![0.0; 900];
        super::matmul(30, &matrix, &matrix, &mut whole, 0, 30);
        for rows in 1..30 {
            let mut chunks = vec![0.0; 900];
            for (index, chunk) in chunks.chunks_mut(rows * 30).enumerate() {
                let start = index * rows;
                super::matmul(30, &matrix, &matrix, chunk, start, start + chunk.len() / 30);
            }
            assert!(chunks == whole, "{rows} rows at a time");
        }
    }
}
