use crate::params::mandelbrot::{ITERATIONS, LIMIT};
use std::array::from_fn;

/// Fills the rows `[start, end)`; `rows` is exactly their bytes.
pub fn mandelbrot(size: u32, rows: &mut [u8], start: usize, end: usize) {
    let row_bytes = size as usize / 8;
    let size = f64::from(size);
    for (y, row) in (start..end).zip(rows.chunks_exact_mut(row_bytes)) {
        let ci = (2.0 * y as f64) / size - 1.0;
        for (column, byte) in row.iter_mut().enumerate() {
            let mut bits = 0;
            for x in (column * 8..column * 8 + 8).step_by(4) {
                let cr = from_fn(|point| (2.0 * (x + point) as f64) / size - 1.5);
                bits = (bits << 4) | four_in_set(cr, ci);
            }
            *byte = bits;
        }
    }
}

/// Four bits: whether the points (cr, ci) are in the set. Their orbits depend on nothing in each other, so a core works
/// on all at once. An orbit that has left never returns.
fn four_in_set(cr: [f64; 4], ci: f64) -> u8 {
    let (mut zr, mut zi, mut zr2, mut zi2) = ([0.0; 4], [0.0; 4], [0.0; 4], [0.0; 4]);
    for _ in 0..ITERATIONS {
        for point in 0..4 {
            zi[point] = 2.0 * zr[point] * zi[point] + ci;
            zr[point] = zr2[point] - zi2[point] + cr[point];
            zr2[point] = zr[point] * zr[point];
            zi2[point] = zi[point] * zi[point];
        }
        // An orbit long gone is not a number, which is not within the limit either.
        if !zr2.iter().zip(&zi2).any(|(zr2, zi2)| zr2 + zi2 <= LIMIT) {
            return 0;
        }
    }
    zr2.iter().zip(&zi2).fold(0, |bits, (zr2, zi2)| bits << 1 | u8::from(zr2 + zi2 <= LIMIT))
}

#[cfg(test)]
mod tests {
    use super::{four_in_set, mandelbrot};

    #[test]
    fn the_origin_is_in_the_set_and_two_is_not() {
        assert_eq!(four_in_set([0.0, 2.0, 2.0, 2.0], 0.0), 0b1000);
        assert_eq!(four_in_set([2.0, 2.0, 0.0, 2.0], 0.0), 0b0010);
    }

    #[test]
    fn an_orbit_stays_out_while_its_neighbours_go_on() {
        // Far outside: the orbit overflows to infinity and then to NaN within the 50 iterations.
        assert_eq!(four_in_set([-1.0, 1.9, 1.9, -1.0], 1e-3), 0b1001);
    }

    #[test]
    fn a_chunk_fills_the_same_bytes_as_the_whole_image() {
        let mut whole = [0; 16 * 2];
        mandelbrot(16, &mut whole, 0, 16);
        let mut part = [0; 5 * 2];
        mandelbrot(16, &mut part, 6, 11);
        assert_eq!(part, whole[6 * 2..11 * 2]);
    }
}
