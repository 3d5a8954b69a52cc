use super::sha256;
use super::sha256::hash;
use crate::simd::has_sha256;

/// Fills the digests of the items `[start, end)`; `digests` is exactly theirs.
pub fn sha256(messages: &[u8], boundaries: &[u32], digests: &mut [u8], start: usize, end: usize) {
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    if has_sha256() {
        // SAFETY: the machine has the instructions.
        return hash(messages, boundaries, digests, start, end, |state, blocks| unsafe {
            machine::mix(state, blocks);
        });
    }
    sha256::sha256(messages, boundaries, digests, start, end);
}

#[cfg(target_arch = "x86_64")]
mod machine {
    use super::sha256::{Block, State};
    use crate::params::sha256::ROUND_CONSTANTS;
    use std::arch::x86_64::{
        __m128i, _mm_add_epi32, _mm_alignr_epi8, _mm_blend_epi16, _mm_loadu_si128, _mm_set_epi8,
        _mm_sha256msg1_epu32, _mm_sha256msg2_epu32, _mm_sha256rnds2_epu32, _mm_shuffle_epi8,
        _mm_shuffle_epi32, _mm_storeu_si128,
    };

    /// Mixes blocks into the state by the SHA extensions of x86, which keep it as a, b, e, f and c, d, g, h.
    #[target_feature(enable = "sha,ssse3,sse4.1")]
    pub fn mix(state: &mut State, blocks: &[Block]) {
        let big_endian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
        let badc = _mm_shuffle_epi32::<0b10_11_00_01>(load(&state[..4]));
        let hgfe = _mm_shuffle_epi32::<0b00_01_10_11>(load(&state[4..]));
        let mut abef = _mm_alignr_epi8::<8>(badc, hgfe);
        let mut cdgh = _mm_blend_epi16::<0b1111_0000>(hgfe, badc);
        for block in blocks {
            let before = (abef, cdgh);
            // The last sixteen words of the schedule, four to a vector.
            let mut words = [0, 16, 32, 48].map(|at| _mm_shuffle_epi8(load(&block[at..]), big_endian));
            for constants in ROUND_CONSTANTS.as_chunks::<4>().0 {
                let sum = _mm_add_epi32(words[0], load(constants));
                cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
                abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32::<0b00_00_11_10>(sum));
                let [first, second, third, fourth] = words;
                let partly = _mm_add_epi32(
                    _mm_sha256msg1_epu32(first, second),
                    _mm_alignr_epi8::<4>(fourth, third),
                );
                words = [second, third, fourth, _mm_sha256msg2_epu32(partly, fourth)];
            }
            abef = _mm_add_epi32(abef, before.0);
            cdgh = _mm_add_epi32(cdgh, before.1);
        }
        let feba = _mm_shuffle_epi32::<0b00_01_10_11>(abef);
        let dchg = _mm_shuffle_epi32::<0b10_11_00_01>(cdgh);
        store(&mut state[..4], _mm_blend_epi16::<0b1111_0000>(feba, dchg));
        store(&mut state[4..], _mm_alignr_epi8::<8>(dchg, feba));
    }

    fn load<T: Copy>(values: &[T]) -> __m128i {
        assert!(size_of_val(values) >= 16);
        // SAFETY: there are sixteen bytes.
        unsafe { _mm_loadu_si128(values.as_ptr().cast()) }
    }

    fn store(words: &mut [u32], vector: __m128i) {
        assert!(words.len() >= 4);
        // SAFETY: there are four words.
        unsafe { _mm_storeu_si128(words.as_mut_ptr().cast(), vector) }
    }
}

#[cfg(target_arch = "aarch64")]
mod machine {
    use super::sha256::{Block, State};
    use crate::params::sha256::ROUND_CONSTANTS;
    use std::arch::aarch64::{
        uint32x4_t, vaddq_u32, vld1q_u8, vld1q_u32, vreinterpretq_u32_u8, vrev32q_u8, vsha256h2q_u32,
        vsha256hq_u32, vsha256su0q_u32, vsha256su1q_u32, vst1q_u32,
    };

    /// Mixes blocks into the state by the SHA extensions of ARM.
    #[target_feature(enable = "neon,sha2")]
    pub fn mix(state: &mut State, blocks: &[Block]) {
        let [mut abcd, mut efgh] = [load(&state[..4]), load(&state[4..])];
        for block in blocks {
            let before = (abcd, efgh);
            // The last sixteen words of the schedule, four to a vector.
            let mut words = [0, 16, 32, 48].map(|at| load_big_endian(&block[at..]));
            for constants in ROUND_CONSTANTS.as_chunks::<4>().0 {
                let sum = vaddq_u32(words[0], load(constants));
                let earlier = abcd;
                abcd = vsha256hq_u32(abcd, efgh, sum);
                efgh = vsha256h2q_u32(efgh, earlier, sum);
                let [first, second, third, fourth] = words;
                let next = vsha256su1q_u32(vsha256su0q_u32(first, second), third, fourth);
                words = [second, third, fourth, next];
            }
            abcd = vaddq_u32(abcd, before.0);
            efgh = vaddq_u32(efgh, before.1);
        }
        store(&mut state[..4], abcd);
        store(&mut state[4..], efgh);
    }

    fn load(words: &[u32]) -> uint32x4_t {
        assert!(words.len() >= 4);
        // SAFETY: there are four words.
        unsafe { vld1q_u32(words.as_ptr()) }
    }

    fn load_big_endian(bytes: &[u8]) -> uint32x4_t {
        assert!(bytes.len() >= 16);
        // SAFETY: there are sixteen bytes, and every aarch64 has these instructions.
        unsafe { vreinterpretq_u32_u8(vrev32q_u8(vld1q_u8(bytes.as_ptr()))) }
    }

    fn store(words: &mut [u32], vector: uint32x4_t) {
        assert!(words.len() >= 4);
        // SAFETY: there are four words.
        unsafe { vst1q_u32(words.as_mut_ptr(), vector) }
    }
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn messages_of_every_length_have_the_digests_of_the_plain_lane() {
        let messages: Vec<u8> = (0_u8..=255).cycle().take(200 * 199 / 2).collect();
        let boundaries: Vec<u32> = (0..200).scan(0, |sum, length| Some({ *sum += length; *sum })).collect();
        let mut plain = vec![0; 199 * 32];
        sha256::sha256(&messages, &boundaries, &mut plain, 0, 199);
        let mut tuned = vec![0; 199 * 32];
        super::sha256(&messages, &boundaries, &mut tuned, 0, 199);
        assert!(tuned == plain);
    }
}
