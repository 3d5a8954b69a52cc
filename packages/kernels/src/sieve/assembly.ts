import { SEGMENT } from './params';

/** 1 for an odd number of the segment that is not prime; byte k stands for the k-th of them. */
const composite: usize = memory.data(32768, 8);
/** For each base prime at work, its next odd multiple, counted from the start of the segment. */
const next: usize = memory.data(3401 * 4, 4);

export function sieve(limit: u32, basePrimes: usize, counts: usize, start: u32, end: u32): void {
  let working: u32 = 0;
  for (let item: u32 = start; item < end; item++) {
    const before: u32 = item * SEGMENT;
    const low: u32 = before * 2;
    const last: u32 = min<u32>(low + SEGMENT * 2 - 1, limit);
    working = startWork(basePrimes, working, before, last);
    memory.fill(composite, 0, SEGMENT);
    for (let i: usize = 0; i < <usize>working << 2; i += 4) {
      store<u32>(next + i, crossOut(load<u32>(basePrimes + i), load<u32>(next + i)));
    }
    store<u32>(counts + (<usize>item << 2), countPrimes((last - low + 1) >> 1));
  }
}

/**
 * Sets the base primes to work whose squares have come into reach; smaller multiples have smaller divisors.
 * Returns how many are at work. `before` are the odd numbers before the segment.
 */
function startWork(basePrimes: usize, working: u32, before: u32, last: u32): u32 {
  let count: u32 = working;
  let prime: u32 = load<u32>(basePrimes + (<usize>count << 2));
  while (prime * prime <= last) {
    const square: u32 = prime * prime;
    const half: u32 = prime >> 1;
    // The odd multiples of an odd prime are those odd numbers 2k + 1 whose k is its half, modulo the prime.
    const multiple: u32 =
      square > before * 2 ? (square >> 1) - before : (prime + half - (before % prime)) % prime;
    store<u32>(next + (<usize>count << 2), multiple);
    prime = load<u32>(basePrimes + (<usize>++count << 2));
  }
  return count;
}

/** Crosses out the multiples of a prime from the k-th odd number on. Returns where they go on in the next segment. */
function crossOut(prime: u32, first: u32): u32 {
  let k: u32 = first;
  for (; k + prime * 3 < SEGMENT; k += prime * 4) {
    store<u8>(composite + k, 1);
    store<u8>(composite + k + prime, 1);
    store<u8>(composite + k + prime * 2, 1);
    store<u8>(composite + k + prime * 3, 1);
  }
  for (; k < SEGMENT; k += prime) store<u8>(composite + k, 1);
  return k - SEGMENT;
}

/** Primes among the first odd numbers of the segment. 1 is never crossed out, and stands for 2. */
function countPrimes(odds: u32): u32 {
  const end: usize = composite + odds;
  const whole: usize = end & ~7;
  let count: u32 = odds;
  for (let word: usize = composite; word < whole; word += 255 * 8) {
    count -= crossedOut(word, min<usize>(word + 255 * 8, whole));
  }
  for (let k: usize = whole; k < end; k++) count -= <u32>load<u8>(k);
  return count;
}

/** Numbers crossed out in at most 255 words. Their bytes are added up side by side: so few do not overflow. */
function crossedOut(from: usize, to: usize): u32 {
  let bytes: u64 = 0;
  for (let word: usize = from; word < to; word += 8) bytes += load<u64>(word);
  const pairs: u64 = (bytes & 0x00ff_00ff_00ff_00ff) + ((bytes >> 8) & 0x00ff_00ff_00ff_00ff);
  return <u32>((pairs * 0x0001_0001_0001_0001) >> 48);
}
