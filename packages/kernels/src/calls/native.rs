/// Nothing: what is left is the call itself.
pub fn noop() {}

/// x + y.
#[must_use]
pub fn add_numbers(x: f64, y: f64) -> f64 {
    x + y
}

/// The sum of an array of at least one element.
#[must_use]
pub fn sum_array(values: &[f64]) -> f64 {
    let mut sum = values[0];
    for value in &values[1..] {
        sum += value;
    }
    sum
}

/// The inner product of two arrays of one length, at least one element.
#[must_use]
pub fn dot_arrays(left: &[f64], right: &[f64]) -> f64 {
    let mut sum = left[0] * right[0];
    for (left, right) in left[1..].iter().zip(&right[1..]) {
        sum += left * right;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{add_numbers, dot_arrays, sum_array};

    #[test]
    fn functions_compute_sums_and_products() {
        assert_eq!(add_numbers(1.5, -0.25).to_bits(), 1.25_f64.to_bits());
        assert_eq!(sum_array(&[1.0, -2.0, 4.5]).to_bits(), 3.5_f64.to_bits());
        assert_eq!(dot_arrays(&[1.0, 2.0, -3.0], &[4.0, 0.5, 2.0]).to_bits(), (-1.0_f64).to_bits());
    }
}
