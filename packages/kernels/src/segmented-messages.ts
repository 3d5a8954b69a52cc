import type { Random } from '@crossover/model';

/** Length of the messages that a file is cut into; the last one may be shorter. */
const FILE_MESSAGE_BYTES = 65_536;

/** Messages one after the other: message i is the bytes from boundary i to boundary i + 1. */
interface SegmentedMessages {
  readonly messages: Uint8Array;
  readonly boundaries: Uint32Array;
}

/** A message that workloads begin with: this text, or so many random bytes. */
export type Opening = string | number;

/**
 * Draws messages whose lengths add up to `bytes`: first the openings, as far as there is room, then the rest,
 * cut at uniform points, so that lengths differ widely.
 */
export function drawMessages(
  count: number,
  bytes: number,
  openings: readonly Opening[],
  random: Random,
): SegmentedMessages {
  const texts = openings.map((opening) =>
    typeof opening === 'string' ? new TextEncoder().encode(opening) : opening,
  );
  const boundaries = new Uint32Array(count + 1);
  let placed = 0;
  let used = 0;
  for (const text of texts) {
    const length = typeof text === 'number' ? text : text.length;
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

  const words = new Uint32Array(Math.ceil(bytes / 4));
  for (let i = 0; i < words.length; i++) words[i] = random.below(2 ** 32);
  const messages = new Uint8Array(words.buffer, 0, bytes);
  texts.slice(0, placed).forEach((text, i) => {
    if (typeof text !== 'number') messages.set(text, boundaries[i]);
  });
  return { messages, boundaries };
}

/** A file's bytes as messages of 64 KiB, the last one shorter; an empty file is one empty message. */
export function cutIntoMessages(bytes: Uint8Array): SegmentedMessages & { readonly count: number } {
  const count = Math.max(1, Math.ceil(bytes.length / FILE_MESSAGE_BYTES));
  const boundaries = Uint32Array.from({ length: count + 1 }, (_, i) =>
    Math.min(i * FILE_MESSAGE_BYTES, bytes.length),
  );
  // A Buffer is more than the plain view that a region is.
  const messages = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { messages, boundaries, count };
}
