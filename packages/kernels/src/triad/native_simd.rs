use super::triad;

/// The blocks `[start, end)` of a = b + SCALAR × c; `a` is exactly theirs.
pub fn triad(length: u32, b: &[f64], c: &[f64], a: &mut [f64], start: usize, end: usize) {
    #[cfg(target_arch = "x86_64")]
    if size_of_val(b) > machine::CACHED {
        let own = start * length as usize..end * length as usize;
        return machine::stream(&b[own.clone()], &c[own], a);
    }
    triad::triad(length, b, c, a, start, end);
}

#[cfg(target_arch = "x86_64")]
mod machine {
    use crate::params::triad::SCALAR;
    use std::arch::x86_64::{
        __m128d, _mm_add_pd, _mm_loadu_pd, _mm_mul_pd, _mm_set1_pd, _mm_sfence, _mm_stream_pd,
    };

    /// Bytes of a vector that may still be in a cache when the next sweep reads it. Three of them are at work.
    pub const CACHED: usize = 8 << 20;
    /// Elements of a vector of SSE2, which every x86-64 has. Memory is no faster with longer ones.
    const LANES: usize = 2;

    /// a = b + SCALAR × c, written past the caches: an ordinary store would read each line of `a` before it is
    /// overwritten, a third more traffic for nothing.
    pub fn stream(b: &[f64], c: &[f64], a: &mut [f64]) {
        // SAFETY: any bits are numbers.
        let (head, pairs, _) = unsafe { a.align_to_mut::<__m128d>() };
        let (head, streamed) = (head.len(), pairs.len() * LANES);
        let sources = b[head..].as_chunks::<LANES>().0.iter().zip(c[head..].as_chunks::<LANES>().0);
        // SAFETY: every x86-64 has SSE2; a target is aligned, and there are two numbers in each source.
        unsafe {
            let scalar = _mm_set1_pd(SCALAR);
            for (target, (b, c)) in pairs.iter_mut().zip(sources) {
                let scaled = _mm_mul_pd(scalar, _mm_loadu_pd(c.as_ptr()));
                _mm_stream_pd(std::ptr::from_mut(target).cast(), _mm_add_pd(_mm_loadu_pd(b.as_ptr()), scaled));
            }
            // These stores keep no order with others: without this, another thread could miss them after the pass.
            _mm_sfence();
        }
        for at in (0..head).chain(head + streamed..a.len()) {
            a[at] = b[at] + SCALAR * c[at];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::triad;

    fn vectors(count: u32) -> (Vec<f64>, Vec<f64>) {
        ((0..count).map(f64::from).collect(), (0..count).map(|i| f64::from(i % 101)).collect())
    }

    #[test]
    fn a_chunk_of_vectors_beyond_the_caches_is_that_of_the_plain_lane() {
        // Blocks of an odd length begin in the middle of a vector, and end there.
        let (length, blocks) = (1_001_u32, 1_100_u32);
        let (b, c) = vectors(length * blocks);
        for (start, end) in [(0, 3), (501, 502), (1_099, 1_100), (7, 7)] {
            let mut plain = vec![7.0; (end - start) * length as usize];
            let mut tuned = plain.clone();
            triad::triad(length, &b, &c, &mut plain, start, end);
            super::triad(length, &b, &c, &mut tuned, start, end);
            assert!(tuned == plain, "[{start}, {end})");
        }
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn every_element_is_written_wherever_the_vector_begins_and_ends() {
        let (b, c) = vectors(20);
        let expected: Vec<f64> = b.iter().zip(&c).map(|(b, c)| b + 3.0 * c).collect();
        for from in 0..4 {
            for to in from..20 {
                let mut a = [7.0; 20];
                super::machine::stream(&b[from..to], &c[from..to], &mut a[from..to]);
                assert!(a[from..to] == expected[from..to], "[{from}, {to})");
                assert!(a[..from].iter().chain(&a[to..]).all(|&untouched| untouched.to_bits() == 7.0_f64.to_bits()));
            }
        }
    }
}
