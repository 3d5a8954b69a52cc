use crate::params::sieve::{MAXIMUM_BASE_PRIMES, SEGMENT};

/// Fills the counts of the items `[start, end)`; `counts` is exactly theirs.
pub fn sieve(limit: u32, base_primes: &[u32], counts: &mut [u32], start: usize, end: usize) {
    // 1 for an odd number of the segment that is not prime; byte k stands for the k-th of them.
    let mut composite = vec![0; SEGMENT as usize];
    // For each base prime at work, its next odd multiple, counted from the start of the segment.
    let mut next = vec![0; MAXIMUM_BASE_PRIMES as usize];
    let mut working = 0;
    let segments = (0..).step_by(SEGMENT as usize).take(end).skip(start);
    for (before, output) in segments.zip(counts) {
        let low = before * 2;
        let last = (low + SEGMENT * 2 - 1).min(limit);
        working = start_work(base_primes, &mut next, working, before, last);
        composite.fill(0);
        for (&prime, multiple) in base_primes[..working].iter().zip(&mut next) {
            *multiple = cross_out(&mut composite, prime, *multiple);
        }
        *output = count_primes(&composite, (last - low + 1) >> 1);
    }
}

/// Sets the base primes to work whose squares have come into reach; smaller multiples have smaller divisors.
/// Returns how many are at work. `before` are the odd numbers before the segment.
fn start_work(base_primes: &[u32], next: &mut [u32], working: usize, before: u32, last: u32) -> usize {
    let mut count = working;
    let mut prime = base_primes[count];
    while prime * prime <= last {
        let square = prime * prime;
        let half = prime >> 1;
        // The odd multiples of an odd prime are those odd numbers 2k + 1 whose k is its half, modulo the prime.
        next[count] = if square > before * 2 {
            (square >> 1) - before
        } else {
            (prime + half - before % prime) % prime
        };
        count += 1;
        prime = base_primes[count];
    }
    count
}

/// Crosses out the multiples of a prime from the k-th odd number on. Returns where they go on in the next segment.
#[expect(clippy::cast_possible_truncation, reason = "less than a prime")]
fn cross_out(composite: &mut [u8], prime: u32, first: u32) -> u32 {
    let composite = &mut composite[..SEGMENT as usize];
    let (end, stride) = (composite.len(), prime as usize);
    let mut k = first as usize;
    while k + stride * 3 < end {
        composite[k] = 1;
        composite[k + stride] = 1;
        composite[k + stride * 2] = 1;
        composite[k + stride * 3] = 1;
        k += stride * 4;
    }
    while k < end {
        composite[k] = 1;
        k += stride;
    }
    (k - end) as u32
}

/// Primes among the first odd numbers of the segment. 1 is never crossed out, and stands for 2.
fn count_primes(composite: &[u8], odds: u32) -> u32 {
    let (words, rest) = composite[..odds as usize].as_chunks();
    odds - words.chunks(255).map(crossed_out).sum::<u32>() - rest.iter().map(|&byte| u32::from(byte)).sum::<u32>()
}

/// Numbers crossed out in at most 255 words. Their bytes are added up side by side: so few do not overflow.
fn crossed_out(words: &[[u8; 8]]) -> u32 {
    let bytes: u64 = words.iter().map(|&word| u64::from_le_bytes(word)).sum();
    let pairs = (bytes & 0x00ff_00ff_00ff_00ff) + (bytes >> 8 & 0x00ff_00ff_00ff_00ff);
    (pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48) as u32
}

#[cfg(test)]
mod tests {
    use super::{SEGMENT, count_primes, sieve, start_work};

    #[test]
    fn there_are_25_primes_up_to_100() {
        let mut counts = [0];
        sieve(100, &[3, 5, 7, 11], &mut counts, 0, 1);
        assert_eq!(counts, [25]);
    }

    #[test]
    fn a_prime_sets_to_work_at_its_square_and_goes_on_where_a_later_segment_begins() {
        let mut next = [0; 3];
        assert_eq!(start_work(&[3, 5, 7], &mut next, 0, 0, 30), 2);
        assert_eq!(next[..2], [4, 12]);
        // The first odd multiples above 65536 are 65541 and 65545.
        assert_eq!(start_work(&[3, 5, 257], &mut next, 0, SEGMENT, 66_000), 2);
        assert_eq!(next[..2], [2, 4]);
    }

    #[test]
    fn what_is_not_crossed_out_is_prime() {
        assert_eq!(count_primes(&[0, 0, 0, 0, 1, 0, 0], 6), 5);
    }
}
