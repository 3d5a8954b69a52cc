use crate::params::mandelbrot::{ITERATIONS, LIMIT};

/// Fills the rows `[start, end)`; `rows` is exactly their bytes.
pub fn mandelbrot(size: u32, rows: &mut [u8], start: usize, end: usize) {
    let row_bytes = size as usize / 8;
    let size = f64::from(size);
    for (y, row) in (start..end).zip(rows.chunks_exact_mut(row_bytes)) {
        let ci = (2.0 * y as f64) / size - 1.0;
        for (column, byte) in row.iter_mut().enumerate() {
            let mut bits = 0;
            for x in column * 8..column * 8 + 8 {
                bits = (bits << 1) | in_set((2.0 * x as f64) / size - 1.5, ci);
            }
            *byte = bits;
        }
    }
}

/// 1 when the orbit of the point stays within the limit, else 0.
fn in_set(cr: f64, ci: f64) -> u8 {
    let (mut zr, mut zi) = (0.0, 0.0);
    let (mut zr2, mut zi2) = (0.0, 0.0);
    for _ in 0..ITERATIONS {
        zi = 2.0 * zr * zi + ci;
        zr = zr2 - zi2 + cr;
        zr2 = zr * zr;
        zi2 = zi * zi;
        if zr2 + zi2 > LIMIT {
            return 0;
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::in_set;

    #[test]
    fn the_origin_is_in_the_set_and_two_is_not() {
        assert_eq!(in_set(0.0, 0.0), 1);
        assert_eq!(in_set(2.0, 0.0), 0);
    }
}
