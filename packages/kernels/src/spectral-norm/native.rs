use std::ops::Range;

/// The divisor of a row's first element, and by how much the second one is larger.
type Divisors = (f64, f64);

/// The rows `[start, end)` of A × vector; `product` is exactly theirs.
pub fn multiply(size: u32, vector: &[f64], product: &mut [f64], start: usize, end: usize) {
    fill(&vector[..size as usize], product, start..end, |i| (i * (i + 1.0) / 2.0 + i + 1.0, i + 1.0));
}

/// The rows `[start, end)` of Aᵀ × vector; `product` is exactly theirs.
pub fn multiply_transposed(size: u32, vector: &[f64], product: &mut [f64], start: usize, end: usize) {
    fill(&vector[..size as usize], product, start..end, |i| (i * (i + 1.0) / 2.0 + 1.0, i + 2.0));
}

/// Two rows at a time: the compiler divides them by one instruction.
fn fill(vector: &[f64], product: &mut [f64], rows: Range<usize>, divisors: impl Fn(f64) -> Divisors) {
    let (pairs, last) = product.as_chunks_mut();
    for (row, pair) in rows.clone().step_by(2).zip(pairs) {
        *pair = sums_of_quotients(vector, [divisors(row as f64), divisors((row + 1) as f64)]);
    }
    if let [last] = last {
        [*last] = sums_of_quotients(vector, [divisors((rows.end - 1) as f64)]);
    }
}

/// Rows of a matrix times a vector. From the second element of a row to the next, and on, the divisors grow by
/// one more each time.
fn sums_of_quotients<const ROWS: usize>(vector: &[f64], rows: [Divisors; ROWS]) -> [f64; ROWS] {
    let mut sums = [0.0; ROWS];
    let mut divisors = rows.map(|(first, _)| first);
    let mut steps = rows.map(|(_, growth)| growth);
    for &element in vector {
        for row in 0..ROWS {
            sums[row] += element / divisors[row];
            divisors[row] += steps[row];
            steps[row] += 1.0;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    #![expect(clippy::float_cmp, reason = "the same operations in the same order give the same bits")]

    use super::{multiply, multiply_transposed};

    #[test]
    fn unit_vectors_give_the_columns_and_the_rows_of_the_matrix() {
        let mut product = [0.0; 3];
        multiply(3, &[0.0, 1.0, 0.0], &mut product, 0, 3);
        assert_eq!(product, [1.0 / 2.0, 1.0 / 5.0, 1.0 / 9.0]);
        multiply_transposed(3, &[0.0, 1.0, 0.0], &mut product, 0, 3);
        assert_eq!(product, [1.0 / 3.0, 1.0 / 5.0, 1.0 / 8.0]);
    }

    #[test]
    fn an_odd_chunk_fills_the_same_rows_as_the_whole() {
        let vector: Vec<f64> = (1..=9).map(f64::from).collect();
        let (mut whole, mut part) = ([0.0; 9], [0.0; 3]);
        multiply(9, &vector, &mut whole, 0, 9);
        multiply(9, &vector, &mut part, 5, 8);
        assert_eq!(part, whole[5..8]);
    }
}
