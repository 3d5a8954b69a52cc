use crate::params::sha256::{INITIAL_STATE, ROUND_CONSTANTS};
use std::array::from_fn;

/// Fills the digests of the items `[start, end)`; `digests` is exactly theirs.
pub fn sha256(messages: &[u8], boundaries: &[u32], digests: &mut [u8], start: usize, end: usize) {
    hash(messages, boundaries, digests, start, end, |state, blocks| {
        for block in blocks {
            compress(state, block);
        }
    });
}

/// The words that a message is mixed into, block by block.
pub(super) type State = [u32; 8];
pub(super) type Block = [u8; 64];

/// The same with any way of mixing blocks into a state.
pub(super) fn hash(
    messages: &[u8],
    boundaries: &[u32],
    digests: &mut [u8],
    start: usize,
    end: usize,
    mix: impl Fn(&mut State, &[Block]),
) {
    let (digests, _) = digests.as_chunks_mut::<32>();
    for (item, digest) in (start..end).zip(digests) {
        let message = &messages[boundaries[item] as usize..boundaries[item + 1] as usize];
        let mut state = INITIAL_STATE;
        let (blocks, rest) = message.as_chunks();
        mix(&mut state, blocks);
        let (tail, tail_length) = pad(rest, message.len());
        mix(&mut state, tail[..tail_length].as_chunks().0);
        for (bytes, word) in digest.as_chunks_mut::<4>().0.iter_mut().zip(state) {
            *bytes = word.to_be_bytes();
        }
    }
}

/// The tail (5.1.1): the rest of a message of that length, a 1 bit, zeros, the length in bits.
fn pad(rest: &[u8], length: usize) -> ([u8; 128], usize) {
    let tail_length = if rest.len() < 56 { 64 } else { 128 };
    let mut tail = [0; 128];
    tail[..rest.len()].copy_from_slice(rest);
    tail[rest.len()] = 0x80;
    tail[tail_length - 8..tail_length].copy_from_slice(&(length as u64 * 8).to_be_bytes());
    (tail, tail_length)
}

/// Mixes one block into the state (6.2.2). A word of the schedule takes the place of the one 16 before it, the last
/// that needs it, so that all fit in variables. In a round only d and h change; the letters move on in the text.
fn compress(state: &mut State, block: &Block) {
    let words = block.as_chunks().0;
    let [mut w0, mut w1, mut w2, mut w3, mut w4, mut w5, mut w6, mut w7] = from_fn(|t| u32::from_be_bytes(words[t]));
    let [mut w8, mut w9, mut w10, mut w11, mut w12, mut w13, mut w14, mut w15] =
        from_fn(|t| u32::from_be_bytes(words[t + 8]));
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (t, constants) in ROUND_CONSTANTS.as_chunks::<16>().0.iter().enumerate() {
        h = sum(sum(h, sum(constants[0], w0)), sum(big_sigma1(e), choose(e, f, g)));
        d = sum(d, h);
        h = sum(h, sum(big_sigma0(a), majority(a, b, c)));
        g = sum(sum(g, sum(constants[1], w1)), sum(big_sigma1(d), choose(d, e, f)));
        c = sum(c, g);
        g = sum(g, sum(big_sigma0(h), majority(h, a, b)));
        f = sum(sum(f, sum(constants[2], w2)), sum(big_sigma1(c), choose(c, d, e)));
        b = sum(b, f);
        f = sum(f, sum(big_sigma0(g), majority(g, h, a)));
        e = sum(sum(e, sum(constants[3], w3)), sum(big_sigma1(b), choose(b, c, d)));
        a = sum(a, e);
        e = sum(e, sum(big_sigma0(f), majority(f, g, h)));
        d = sum(sum(d, sum(constants[4], w4)), sum(big_sigma1(a), choose(a, b, c)));
        h = sum(h, d);
        d = sum(d, sum(big_sigma0(e), majority(e, f, g)));
        c = sum(sum(c, sum(constants[5], w5)), sum(big_sigma1(h), choose(h, a, b)));
        g = sum(g, c);
        c = sum(c, sum(big_sigma0(d), majority(d, e, f)));
        b = sum(sum(b, sum(constants[6], w6)), sum(big_sigma1(g), choose(g, h, a)));
        f = sum(f, b);
        b = sum(b, sum(big_sigma0(c), majority(c, d, e)));
        a = sum(sum(a, sum(constants[7], w7)), sum(big_sigma1(f), choose(f, g, h)));
        e = sum(e, a);
        a = sum(a, sum(big_sigma0(b), majority(b, c, d)));
        h = sum(sum(h, sum(constants[8], w8)), sum(big_sigma1(e), choose(e, f, g)));
        d = sum(d, h);
        h = sum(h, sum(big_sigma0(a), majority(a, b, c)));
        g = sum(sum(g, sum(constants[9], w9)), sum(big_sigma1(d), choose(d, e, f)));
        c = sum(c, g);
        g = sum(g, sum(big_sigma0(h), majority(h, a, b)));
        f = sum(sum(f, sum(constants[10], w10)), sum(big_sigma1(c), choose(c, d, e)));
        b = sum(b, f);
        f = sum(f, sum(big_sigma0(g), majority(g, h, a)));
        e = sum(sum(e, sum(constants[11], w11)), sum(big_sigma1(b), choose(b, c, d)));
        a = sum(a, e);
        e = sum(e, sum(big_sigma0(f), majority(f, g, h)));
        d = sum(sum(d, sum(constants[12], w12)), sum(big_sigma1(a), choose(a, b, c)));
        h = sum(h, d);
        d = sum(d, sum(big_sigma0(e), majority(e, f, g)));
        c = sum(sum(c, sum(constants[13], w13)), sum(big_sigma1(h), choose(h, a, b)));
        g = sum(g, c);
        c = sum(c, sum(big_sigma0(d), majority(d, e, f)));
        b = sum(sum(b, sum(constants[14], w14)), sum(big_sigma1(g), choose(g, h, a)));
        f = sum(f, b);
        b = sum(b, sum(big_sigma0(c), majority(c, d, e)));
        a = sum(sum(a, sum(constants[15], w15)), sum(big_sigma1(f), choose(f, g, h)));
        e = sum(e, a);
        a = sum(a, sum(big_sigma0(b), majority(b, c, d)));
        if t == 3 {
            break;
        }
        w0 = sum(sum(w0, small_sigma0(w1)), sum(w9, small_sigma1(w14)));
        w1 = sum(sum(w1, small_sigma0(w2)), sum(w10, small_sigma1(w15)));
        w2 = sum(sum(w2, small_sigma0(w3)), sum(w11, small_sigma1(w0)));
        w3 = sum(sum(w3, small_sigma0(w4)), sum(w12, small_sigma1(w1)));
        w4 = sum(sum(w4, small_sigma0(w5)), sum(w13, small_sigma1(w2)));
        w5 = sum(sum(w5, small_sigma0(w6)), sum(w14, small_sigma1(w3)));
        w6 = sum(sum(w6, small_sigma0(w7)), sum(w15, small_sigma1(w4)));
        w7 = sum(sum(w7, small_sigma0(w8)), sum(w0, small_sigma1(w5)));
        w8 = sum(sum(w8, small_sigma0(w9)), sum(w1, small_sigma1(w6)));
        w9 = sum(sum(w9, small_sigma0(w10)), sum(w2, small_sigma1(w7)));
        w10 = sum(sum(w10, small_sigma0(w11)), sum(w3, small_sigma1(w8)));
        w11 = sum(sum(w11, small_sigma0(w12)), sum(w4, small_sigma1(w9)));
        w12 = sum(sum(w12, small_sigma0(w13)), sum(w5, small_sigma1(w10)));
        w13 = sum(sum(w13, small_sigma0(w14)), sum(w6, small_sigma1(w11)));
        w14 = sum(sum(w14, small_sigma0(w15)), sum(w7, small_sigma1(w12)));
        w15 = sum(sum(w15, small_sigma0(w0)), sum(w8, small_sigma1(w13)));
    }
    for (word, mixed) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = sum(*word, mixed);
    }
}

/// Sum modulo 2³².
fn sum(x: u32, y: u32) -> u32 {
    x.wrapping_add(y)
}

// The six functions of section 4.1.2.

fn choose(x: u32, y: u32, z: u32) -> u32 {
    z ^ (x & (y ^ z))
}

fn majority(x: u32, y: u32, z: u32) -> u32 {
    y ^ ((x ^ y) & (y ^ z))
}

fn big_sigma0(x: u32) -> u32 {
    x.rotate_right(2) ^ x.rotate_right(13) ^ x.rotate_right(22)
}

fn big_sigma1(x: u32) -> u32 {
    x.rotate_right(6) ^ x.rotate_right(11) ^ x.rotate_right(25)
}

fn small_sigma0(x: u32) -> u32 {
    x.rotate_right(7) ^ x.rotate_right(18) ^ (x >> 3)
}

fn small_sigma1(x: u32) -> u32 {
    x.rotate_right(17) ^ x.rotate_right(19) ^ (x >> 10)
}

#[cfg(test)]
mod tests {
    use super::{pad, sha256};

    /// The first word of a message's digest.
    fn first_word(message: &[u8]) -> u32 {
        let mut digest = [0; 32];
        let length = u32::try_from(message.len()).unwrap();
        sha256(message, &[0, length], &mut digest, 0, 1);
        u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]])
    }

    #[test]
    fn the_published_example_abc_comes_out() {
        assert_eq!(first_word(b"abc"), 0xba78_16bf);
    }

    #[test]
    fn the_empty_message_has_a_digest() {
        assert_eq!(first_word(b""), 0xe3b0_c442);
    }

    #[test]
    fn padding_takes_a_second_block_from_56_bytes_on() {
        assert_eq!(pad(&[1; 55], 55).1, 64);
        assert_eq!(pad(&[1; 56], 56).1, 128);
    }

    #[test]
    fn the_length_is_in_bits_and_may_exceed_32_of_them() {
        let (tail, _) = pad(&[], 1 << 29);
        assert_eq!(tail[56..64], [0, 0, 0, 1, 0, 0, 0, 0]);
    }
}
