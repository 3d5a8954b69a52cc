#![expect(clippy::inline_always, reason = "vectors inline only into code compiled for them")]

use super::mandelbrot;
use crate::params::mandelbrot::{ITERATIONS, LIMIT};
use crate::simd::{Tuned, Vector, Width};
use std::array::from_fn;

/// Vectors of orbits that a core works on at once, since each waits for its own last result.
const IN_FLIGHT: usize = 4;
/// Iterations between two looks at which orbits are still there; divides `ITERATIONS`.
const STRETCH: u32 = 5;

/// Fills the rows `[start, end)`; `rows` is exactly their bytes.
pub fn mandelbrot(size: u32, rows: &mut [u8], start: usize, end: usize) {
    Width::widest().work(Image { size, rows, start, end });
}

struct Image<'a> {
    size: u32,
    rows: &'a mut [u8],
    start: usize,
    end: usize,
}

impl Tuned for Image<'_> {
    #[inline(always)]
    fn vectors<V: Vector>(self) {
        let row_bytes = self.size as usize / 8;
        let group_bytes = IN_FLIGHT * V::LANES / 8;
        let size = f64::from(self.size);
        // The real parts of each group of pixels, which all rows share. The first pixel of a byte is its highest bit.
        let groups: Vec<[V; IN_FLIGHT]> = (0..row_bytes.div_ceil(group_bytes))
            .map(|group| {
                let real = |x: usize| (2.0 * (group * group_bytes * 8 + (x ^ 7)) as f64) / size - 1.5;
                from_fn(|vector| V::from_lanes(|lane| real(vector * V::LANES + lane)))
            })
            .collect();
        for (y, row) in (self.start..self.end).zip(self.rows.chunks_exact_mut(row_bytes)) {
            let ci = V::splat((2.0 * y as f64) / size - 1.0);
            for (bytes, cr) in row.chunks_mut(group_bytes).zip(&groups) {
                // The last group may reach beyond the row.
                bytes.copy_from_slice(&in_set(cr, ci).to_le_bytes()[..bytes.len()]);
            }
        }
    }

    fn plain(self) {
        mandelbrot::mandelbrot(self.size, self.rows, self.start, self.end);
    }
}

/// A bit for each point (cr, ci), in the order of the lanes: whether it is in the set. An orbit that has left
/// never returns, so it is enough to look now and then.
#[inline(always)]
fn in_set<V: Vector>(cr: &[V; IN_FLIGHT], ci: V) -> u32 {
    let mut zr = [V::splat(0.0); IN_FLIGHT];
    let mut zi = zr;
    let mut bits = 0;
    for _ in 0..ITERATIONS / STRETCH {
        for _ in 0..STRETCH {
            for v in 0..IN_FLIGHT {
                let difference = zr[v] * zr[v] - zi[v] * zi[v];
                zi[v] = V::splat(2.0) * zr[v] * zi[v] + ci;
                zr[v] = difference + cr[v];
            }
        }
        bits = 0;
        for v in 0..IN_FLIGHT {
            // An orbit long gone is not a number, which is not within the limit either.
            let within = (zr[v] * zr[v] + zi[v] * zi[v]).at_most(V::splat(LIMIT));
            bits |= within << (v * V::LANES);
        }
        if bits == 0 {
            break;
        }
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::{Image, mandelbrot};
    use crate::simd::Width;

    #[test]
    fn every_width_draws_the_same_image_as_the_plain_lane() {
        // 200 pixels are 25 bytes, so that the last group of four lanes reaches beyond the row.
        let mut plain = vec![0; 200 * 25];
        mandelbrot::mandelbrot(200, &mut plain, 0, 200);
        for width in [Width::Avx2, Width::Sse2, Width::Neon, Width::Scalar] {
            let mut rows = vec![0; 200 * 25];
            width.work(Image { size: 200, rows: &mut rows, start: 0, end: 200 });
            assert!(rows == plain, "{width:?}");
        }
    }

    #[test]
    fn a_chunk_fills_the_same_bytes_as_the_whole_image() {
        let mut whole = [0; 24 * 3];
        super::mandelbrot(24, &mut whole, 0, 24);
        let mut part = [0; 5 * 3];
        super::mandelbrot(24, &mut part, 6, 11);
        assert_eq!(part, whole[6 * 3..11 * 3]);
    }
}
