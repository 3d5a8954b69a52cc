use crate::params::xxh64::{
    PRIME_1_HIGH, PRIME_1_LOW, PRIME_2_HIGH, PRIME_2_LOW, PRIME_3_HIGH, PRIME_3_LOW, PRIME_4_HIGH, PRIME_4_LOW,
    PRIME_5_HIGH, PRIME_5_LOW,
};

const PRIME_1: u64 = whole(PRIME_1_HIGH, PRIME_1_LOW);
const PRIME_2: u64 = whole(PRIME_2_HIGH, PRIME_2_LOW);
const PRIME_3: u64 = whole(PRIME_3_HIGH, PRIME_3_LOW);
const PRIME_4: u64 = whole(PRIME_4_HIGH, PRIME_4_LOW);
const PRIME_5: u64 = whole(PRIME_5_HIGH, PRIME_5_LOW);

const fn whole(high: u32, low: u32) -> u64 {
    (high as u64) << 32 | low as u64
}

/// Fills the hashes of the items `[start, end)`; `hashes` is exactly theirs.
pub fn xxh64(
    hash_seed: u32,
    messages: &[u8],
    boundaries: &[u32],
    hashes: &mut [u8],
    start: usize,
    end: usize,
) {
    for (item, output) in (start..end).zip(hashes.as_chunks_mut().0) {
        let message = &messages[boundaries[item] as usize..boundaries[item + 1] as usize];
        *output = hash(u64::from(hash_seed), message).to_be_bytes();
    }
}

/// The hash of a message. The steps are those of the specification.
fn hash(seed: u64, message: &[u8]) -> u64 {
    let (stripes, rest) = message.as_chunks::<32>();
    let mut acc = if stripes.is_empty() { seed.wrapping_add(PRIME_5) } else { converge(seed, stripes) };
    acc = acc.wrapping_add(message.len() as u64);
    let (lanes, rest) = rest.as_chunks::<8>();
    for &lane in lanes {
        acc ^= round(0, u64::from_le_bytes(lane));
        acc = acc.rotate_left(27).wrapping_mul(PRIME_1).wrapping_add(PRIME_4);
    }
    let (half_lanes, rest) = rest.as_chunks::<4>();
    for &lane in half_lanes {
        acc ^= u64::from(u32::from_le_bytes(lane)).wrapping_mul(PRIME_1);
        acc = acc.rotate_left(23).wrapping_mul(PRIME_2).wrapping_add(PRIME_3);
    }
    for &byte in rest {
        acc ^= u64::from(byte).wrapping_mul(PRIME_5);
        acc = acc.rotate_left(11).wrapping_mul(PRIME_1);
    }
    avalanche(acc)
}

/// Steps 1 to 3: the stripes go into four accumulators, and these into one.
fn converge(seed: u64, stripes: &[[u8; 32]]) -> u64 {
    let mut accs =
        [seed.wrapping_add(PRIME_1).wrapping_add(PRIME_2), seed.wrapping_add(PRIME_2), seed, seed.wrapping_sub(PRIME_1)];
    for stripe in stripes {
        for (acc, &lane) in accs.iter_mut().zip(stripe.as_chunks().0) {
            *acc = round(*acc, u64::from_le_bytes(lane));
        }
    }
    let sum = accs.iter().zip([1, 7, 12, 18]).fold(0_u64, |sum, (acc, bits)| sum.wrapping_add(acc.rotate_left(bits)));
    accs.iter().fold(sum, |sum, &acc| (sum ^ round(0, acc)).wrapping_mul(PRIME_1).wrapping_add(PRIME_4))
}

/// Step 2: a lane of the message goes into an accumulator.
fn round(acc: u64, lane: u64) -> u64 {
    acc.wrapping_add(lane.wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
}

/// Step 6: every bit of the message gets its chance to change every bit of the hash.
fn avalanche(mut acc: u64) -> u64 {
    acc = (acc ^ acc >> 33).wrapping_mul(PRIME_2);
    acc = (acc ^ acc >> 29).wrapping_mul(PRIME_3);
    acc ^ acc >> 32
}

#[cfg(test)]
mod tests {
    use super::{hash, xxh64};

    #[test]
    fn the_empty_message_has_the_hashes_of_the_reference_implementation() {
        assert_eq!(hash(0, b""), 0xef46_db37_51d8_e999);
        assert_eq!(hash(0x9e37_79b1, b""), 0xac75_fda2_929b_17ef);
    }

    #[test]
    fn a_message_of_several_stripes_has_the_hash_that_xxhsum_gives() {
        assert_eq!(hash(0, &[b'a'; 100]), 0x3750_41e8_b1de_cfb3);
    }

    #[test]
    fn hashes_are_written_most_significant_byte_first() {
        let mut hashes = [0; 8];
        xxh64(0, b"", &[0, 0], &mut hashes, 0, 1);
        assert_eq!(hashes, [0xef, 0x46, 0xdb, 0x37, 0x51, 0xd8, 0xe9, 0x99]);
    }
}
