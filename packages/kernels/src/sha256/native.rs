use crate::params::sha256::{INITIAL_STATE, ROUND_CONSTANTS};

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

/// Mixes one block into the state (6.2.2).
fn compress(state: &mut State, block: &Block) {
    let mut schedule = [0; 64];
    for (word, &bytes) in schedule.iter_mut().zip(block.as_chunks::<4>().0) {
        *word = u32::from_be_bytes(bytes);
    }
    for t in 16..64 {
        let s0 = small_sigma0(schedule[t - 15]);
        let s1 = small_sigma1(schedule[t - 2]);
        schedule[t] = sum([schedule[t - 16], s0, schedule[t - 7], s1]);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for t in 0..64 {
        let t1 = sum([h, big_sigma1(e), choose(e, f, g), ROUND_CONSTANTS[t], schedule[t]]);
        let t2 = sum([big_sigma0(a), majority(a, b, c)]);
        h = g;
        g = f;
        f = e;
        e = sum([d, t1]);
        d = c;
        c = b;
        b = a;
        a = sum([t1, t2]);
    }
    for (word, mixed) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *word = sum([*word, mixed]);
    }
}

/// Sum modulo 2³².
fn sum<const N: usize>(terms: [u32; N]) -> u32 {
    terms.into_iter().fold(0, u32::wrapping_add)
}

// The six functions of section 4.1.2.

fn choose(x: u32, y: u32, z: u32) -> u32 {
    z ^ (x & (y ^ z))
}

fn majority(x: u32, y: u32, z: u32) -> u32 {
    (x & y) | (z & (x | y))
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
