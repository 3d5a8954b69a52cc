use crate::params::triad::SCALAR;

/// The blocks `[start, end)` of a = b + SCALAR × c; `a` is exactly theirs.
pub fn triad(length: u32, b: &[f64], c: &[f64], a: &mut [f64], start: usize, end: usize) {
    let own = start * length as usize..end * length as usize;
    for ((a, b), c) in a.iter_mut().zip(&b[own.clone()]).zip(&c[own]) {
        *a = b + SCALAR * c;
    }
}

#[cfg(test)]
mod tests {
    use super::triad;

    #[test]
    fn a_chunk_adds_three_times_c_to_b_in_its_own_blocks() {
        let (b, c) = ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [10.0, 20.0, 30.0, 40.0, 50.0, 60.0]);
        let mut a = [0.0; 4];
        triad(2, &b, &c, &mut a, 1, 3);
        assert_eq!(a.map(f64::to_bits), [93.0, 124.0, 155.0, 186.0].map(f64::to_bits));
    }
}
