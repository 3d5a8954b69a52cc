import { MAXIMUM_BASE_PRIMES, SEGMENT } from './params.ts';

const SIZE = SEGMENT | 0;
/** 1 for an odd number of the segment that is not prime; byte k stands for the k-th of them. */
const composite = new Uint8Array(SEGMENT);
/** The same, four of them at once. */
const words = new Int32Array(composite.buffer);
/** For each base prime at work, its next odd multiple, counted from the start of the segment. */
const next = new Uint32Array(MAXIMUM_BASE_PRIMES);

export function sieve(
  limit: number,
  basePrimes: Uint32Array,
  counts: Uint32Array,
  start: number,
  end: number,
): void {
  let working = 0;
  for (let item = start; item < end; item++) {
    const before = item * SIZE;
    const low = before * 2;
    const last = Math.min(low + SIZE * 2 - 1, limit);
    working = startWork(basePrimes, working, before, last);
    composite.fill(0);
    for (let i = 0; i < working; i++) next[i] = crossOut(basePrimes[i]!, next[i]!);
    counts[item] = countPrimes((last - low + 1) >>> 1);
  }
}

/**
 * Sets the base primes to work whose squares have come into reach; smaller multiples have smaller divisors.
 * @param before odd numbers before the segment
 * @returns how many are at work
 */
function startWork(basePrimes: Uint32Array, working: number, before: number, last: number): number {
  let count = working;
  let prime = basePrimes[count]!;
  while (prime * prime <= last) {
    const square = prime * prime;
    const half = prime >>> 1;
    // The odd multiples of an odd prime are those odd numbers 2k + 1 whose k is its half, modulo the prime.
    next[count] = square > before * 2 ? (square >>> 1) - before : (prime + half - (before % prime)) % prime;
    prime = basePrimes[++count]!;
  }
  return count;
}

/** Crosses out the multiples of a prime from the k-th odd number on. Returns where they go on in the next segment. */
function crossOut(prime: number, first: number): number {
  let k = first;
  for (; k < SIZE; k += prime) composite[k] = 1;
  return k - SIZE;
}

/** Primes among the first odd numbers of the segment. 1 is never crossed out, and stands for 2. */
function countPrimes(odds: number): number {
  const whole = odds >>> 2;
  let count = odds;
  for (let word = 0; word < whole; word += 255) count -= crossedOut(word, Math.min(word + 255, whole));
  for (let k = whole * 4; k < odds; k++) count -= composite[k]!;
  return count;
}

/** Numbers crossed out in at most 255 words. Their bytes are added up side by side: so few do not overflow. */
function crossedOut(from: number, to: number): number {
  let bytes = 0;
  for (let word = from; word < to; word++) bytes = (bytes + words[word]!) | 0;
  const pairs = (bytes & 0xff00ff) + ((bytes >>> 8) & 0xff00ff);
  return (pairs & 0xffff) + (pairs >>> 16);
}
