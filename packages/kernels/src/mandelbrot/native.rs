use crate::params::mandelbrot::{ITERATIONS, LIMIT};

/// Fills the rows `[start, end)`; `rows` is exactly their bytes.
pub fn mandelbrot(size: u32, rows: &mut [u8], start: usize, end: usize) {
    let row_bytes = size as usize / 8;
    let size = f64::from(size);
    for (y, row) in (start..end).zip(rows.chunks_exact_mut(row_bytes)) {
        let ci = (2.0 * y as f64) / size - 1.0;
        for (column, byte) in row.iter_mut().enumerate() {
            let mut bits = 0;
            for x in (column * 8..column * 8 + 8).step_by(2) {
                let (cr, dr) = ((2.0 * x as f64) / size - 1.5, (2.0 * (x + 1) as f64) / size - 1.5);
                bits = (bits << 2) | pair_in_set(cr, dr, ci);
            }
            *byte = bits;
        }
    }
}

/// Two bits: whether the points (cr, ci) and (dr, ci) are in the set. Their orbits z and w depend on
/// nothing in each other, so a core works on both at once. An orbit that has left never returns.
fn pair_in_set(cr: f64, dr: f64, ci: f64) -> u8 {
    let (mut zr, mut zi, mut zr2, mut zi2) = (0.0, 0.0, 0.0, 0.0);
    let (mut wr, mut wi, mut wr2, mut wi2) = (0.0, 0.0, 0.0, 0.0);
    for _ in 0..ITERATIONS {
        zi = 2.0 * zr * zi + ci;
        wi = 2.0 * wr * wi + ci;
        zr = zr2 - zi2 + cr;
        wr = wr2 - wi2 + dr;
        zr2 = zr * zr;
        wr2 = wr * wr;
        zi2 = zi * zi;
        wi2 = wi * wi;
        // An orbit long gone is not a number, which is not within the limit either.
        if !(zr2 + zi2 <= LIMIT || wr2 + wi2 <= LIMIT) {
            return 0;
        }
    }
    (u8::from(zr2 + zi2 <= LIMIT) << 1) | u8::from(wr2 + wi2 <= LIMIT)
}

#[cfg(test)]
mod tests {
    use super::{mandelbrot, pair_in_set};

    #[test]
    fn the_origin_is_in_the_set_and_two_is_not() {
        assert_eq!(pair_in_set(0.0, 2.0, 0.0), 0b10);
        assert_eq!(pair_in_set(2.0, 0.0, 0.0), 0b01);
    }

    #[test]
    fn an_orbit_stays_out_while_its_neighbour_goes_on() {
        // Far outside: the orbit overflows to infinity and then to NaN within the 50 iterations.
        assert_eq!(pair_in_set(-1.0, 1.9, 1e-3), 0b10);
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
