/**
 * Operations on words of 32 bits for a block of 64 bytes (FIPS 180-4, 4.1.2 and 6.2.2). The message schedule: 48 words, each
 * of two functions σ (two rotations, a shift, two exclusive ors) and three additions. Then 64 rounds: Σ1 and Σ0 (three
 * rotations, two exclusive ors each), Ch (and, not, and, exclusive or), Maj (three ands, two exclusive ors), and seven
 * additions. Last, eight additions to the state.
 */
const PER_BLOCK = 48 * (2 * 5 + 3) + 64 * (2 * 5 + 4 + 5 + 7) + 8;

const BLOCK_BYTES = 64;

/** A message is followed by a bit, and by its length in eight bytes (5.1.1). */
const PADDING_BYTES = 9;

/** Operations for all messages between such boundaries. */
export function sha256Arithmetic(boundaries: Uint32Array): number {
  let blocks = 0;
  for (let i = 1; i < boundaries.length; i++) {
    blocks += Math.ceil((boundaries[i]! - boundaries[i - 1]! + PADDING_BYTES) / BLOCK_BYTES);
  }
  return blocks * PER_BLOCK;
}
