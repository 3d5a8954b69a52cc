/** Odd numbers in a segment: one byte each, 32 KiB, what a first-level cache holds. */
export const SEGMENT: u32 = 32768;
/** Base primes that a call can keep: the odd primes up to √10⁹, and the one after them. */
export const MAXIMUM_BASE_PRIMES: u32 = 3401;
