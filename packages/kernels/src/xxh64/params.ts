// The five primes of the specification, section "XXH64 Algorithm Description", as halves of 32 bits.

/** First prime, upper half. */
export const PRIME_1_HIGH: u32 = 0x9e3779b1;
/** First prime, lower half. */
export const PRIME_1_LOW: u32 = 0x85ebca87;
/** Second prime, upper half. */
export const PRIME_2_HIGH: u32 = 0xc2b2ae3d;
/** Second prime, lower half. */
export const PRIME_2_LOW: u32 = 0x27d4eb4f;
/** Third prime, upper half. */
export const PRIME_3_HIGH: u32 = 0x165667b1;
/** Third prime, lower half. */
export const PRIME_3_LOW: u32 = 0x9e3779f9;
/** Fourth prime, upper half. */
export const PRIME_4_HIGH: u32 = 0x85ebca77;
/** Fourth prime, lower half. */
export const PRIME_4_LOW: u32 = 0xc2b2ae63;
/** Fifth prime, upper half. */
export const PRIME_5_HIGH: u32 = 0x27d4eb2f;
/** Fifth prime, lower half. */
export const PRIME_5_LOW: u32 = 0x165667c5;
