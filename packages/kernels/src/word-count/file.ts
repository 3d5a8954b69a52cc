import { isUtf8 } from 'node:buffer';
import { CONTROLS, SPACE, TAB } from './params.ts';
import { characterUpTo } from './strings.ts';
import type { EncodedStrings } from './encoding.ts';

/** Bytes of a string at most. */
const LONGEST = 65_536;
/** Bytes that are decoded at a time, since a string cannot be as long as a file. */
const PIECE = 2 ** 20;

/**
 * A file's text in strings of up to 64 KiB. Each ends behind white space where it can, so that together they have as
 * many words as the file; a longer word is cut. What is not UTF-8 becomes U+FFFD first. An empty file is one empty string.
 */
export function cutFile(bytes: Uint8Array): EncodedStrings {
  const text = wellFormed(bytes);
  const ends: number[] = [];
  for (let start = 0; start < text.length; start = ends.at(-1)!) ends.push(endOf(text, start));
  return { text, boundaries: Uint32Array.from([0, ...(ends.length === 0 ? [0] : ends)]) };
}

function endOf(text: Uint8Array, start: number): number {
  const latest = start + LONGEST;
  if (latest >= text.length) return text.length;
  let end = latest;
  while (end > start && !isSpace(text[end - 1]!)) end--;
  return end > start ? end : characterUpTo(text, latest);
}

function isSpace(byte: number): boolean {
  return byte === SPACE || (byte >= TAB && byte < TAB + CONTROLS);
}

/** The bytes themselves where they are UTF-8. */
function wellFormed(bytes: Uint8Array): Uint8Array {
  // A Buffer is more than the plain view that a region is.
  if (isUtf8(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    const stream = start + PIECE < bytes.length;
    pieces.push(Buffer.from(decoder.decode(bytes.subarray(start, start + PIECE), { stream })));
  }
  const joined = Buffer.concat(pieces);
  return new Uint8Array(joined.buffer, joined.byteOffset, joined.length);
}
