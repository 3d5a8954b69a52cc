use std::array::from_fn;

/// The rows `[start, end)` of c = a × b; `c` is exactly theirs. Every element is the sum over k, in ascending order,
/// of a(i, k) × b(k, j). All sums of a row grow together, by four rows of b at a time, so that memory is read in the
/// order in which it lies.
pub fn matmul(size: u32, a: &[f64], b: &[f64], c: &mut [f64], start: usize, end: usize) {
    let size = size as usize;
    let rows = a.chunks_exact(size).skip(start).take(end - start);
    for (row, sums) in rows.zip(c.chunks_exact_mut(size)) {
        sums.fill(0.0);
        let (fours, rest) = row.as_chunks::<4>();
        let (others, others_of_rest) = b.split_at(fours.len() * 4 * size);
        for (factors, others) in fours.iter().zip(others.chunks_exact(4 * size)) {
            add_scaled(factors, others, sums);
        }
        for (&factor, others) in rest.iter().zip(others_of_rest.chunks_exact(size)) {
            add_scaled(&[factor], others, sums);
        }
    }
}

/// Adds multiples of some rows of b to a row of c, one after the other.
fn add_scaled<const ROWS: usize>(factors: &[f64; ROWS], others: &[f64], sums: &mut [f64]) {
    let size = sums.len();
    let others: [&[f64]; ROWS] = from_fn(|row| &others[row * size..][..size]);
    for (column, sum) in sums.iter_mut().enumerate() {
        *sum = (0..ROWS).fold(*sum, |sum, row| sum + factors[row] * others[row][column]);
    }
}

#[cfg(test)]
mod tests {
    use super::matmul;

    const A: [f64; 9] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
    const B: [f64; 9] = [9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0];

    #[test]
    fn a_product_done_by_hand() {
        let mut c = [7.0; 9];
        matmul(3, &A, &B, &mut c, 0, 3);
        assert_eq!(c.map(f64::to_bits), [30.0, 24.0, 18.0, 84.0, 69.0, 54.0, 138.0, 114.0, 90.0].map(f64::to_bits));
    }

    #[test]
    fn a_chunk_fills_its_own_rows() {
        let mut c = [7.0; 3];
        matmul(3, &A, &B, &mut c, 1, 2);
        assert_eq!(c.map(f64::to_bits), [84.0, 69.0, 54.0].map(f64::to_bits));
    }
}
