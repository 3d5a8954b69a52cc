import type { Random } from '@crossover/model';

/** The example messages of FIPS 180 and of NIST's SHA-256 examples, which every workload with room begins with. */
export const EXAMPLES: readonly string[] = [
  '',
  'abc',
  'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
  'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
];

/** Lengths at which the padding changes its shape. */
const EDGE_LENGTHS: readonly number[] = [55, 56, 63, 64, 65];

interface Messages {
  readonly messages: Uint8Array;
  readonly boundaries: Uint32Array;
}

/**
 * Draws messages whose lengths add up to `bytes`: first the examples, then one of each edge length, as far as
 * there is room, then the rest, cut at uniform points, so that lengths differ widely.
 */
export function drawMessages(count: number, bytes: number, random: Random): Messages {
  const boundaries = new Uint32Array(count + 1);
  let placed = 0;
  let used = 0;
  for (const length of [...EXAMPLES.map((text) => text.length), ...EDGE_LENGTHS]) {
    // The last message takes what the others leave.
    if (placed + 1 >= count || used + length > bytes) break;
    used += length;
    placed++;
    boundaries[placed] = used;
  }
  const cuts = boundaries.subarray(placed + 1, count);
  for (let i = 0; i < cuts.length; i++) cuts[i] = used + random.below(bytes - used + 1);
  cuts.sort();
  boundaries[count] = bytes;

  const messages = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i++) messages[i] = random.below(256);
  EXAMPLES.slice(0, placed).forEach((text, i) => messages.set(new TextEncoder().encode(text), boundaries[i]));
  return { messages, boundaries };
}
