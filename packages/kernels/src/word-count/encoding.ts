import type { Held } from '@crossover/model';

/** Strings of up to so many code units are encoded here: until then it takes less time than a call of Node. */
const SHORT = 12;

/** A mark of byte order is a character like any other. */
/** Strings in UTF-8, one behind the other: string i is the bytes from boundary i to boundary i + 1. */
export interface EncodedStrings {
  readonly text: Uint8Array;
  readonly boundaries: Uint32Array;
}

/** The strings as a program has them: in Latin-1 or UTF-16, as V8 chooses for each. Faster than by `TextDecoder`. */
export function decodeStrings({ text, boundaries }: EncodedStrings): Held {
  const buffer = Buffer.from(text.buffer, text.byteOffset, text.length);
  return Array.from({ length: boundaries.length - 1 }, (_, i) =>
    buffer.toString('utf8', boundaries[i], boundaries[i + 1]),
  );
}

/**
 * Writes strings as UTF-8; half a surrogate pair becomes U+FFFD. The text has room for exactly these.
 * `Buffer.write` takes a place to write at, where `TextEncoder.encodeInto` needs a new view for each string, and may
 * leave room unused when there is just enough (nodejs/node#65994). Both write to shared memory.
 */
export function encodeStrings(strings: Held, { text, boundaries }: EncodedStrings): void {
  const buffer = Buffer.from(text.buffer, text.byteOffset, text.length);
  let written = 0;
  boundaries[0] = 0;
  for (let i = 0; i < strings.length; i++) {
    const string = strings[i]!;
    written =
      string.length <= SHORT ? encodeShort(string, text, written) : written + buffer.write(string, written);
    boundaries[i + 1] = written;
  }
}

/** Writes a string from that place on, and returns where it ends (Unicode Standard, table 3-6). */
function encodeShort(string: string, text: Uint8Array, start: number): number {
  let end = start;
  for (let i = 0; i < string.length; i++) {
    const unit = string.charCodeAt(i);
    if (unit < 0x80) {
      text[end++] = unit;
    } else if (unit < 0x800) {
      text[end++] = 0xc0 | (unit >> 6);
      text[end++] = 0x80 | (unit & 0x3f);
    } else if (isHigh(unit) && isLow(string.charCodeAt(i + 1))) {
      const point = 0x1_0000 + ((unit & 0x3ff) << 10) + (string.charCodeAt(++i) & 0x3ff);
      text[end++] = 0xf0 | (point >> 18);
      text[end++] = 0x80 | ((point >> 12) & 0x3f);
      text[end++] = 0x80 | ((point >> 6) & 0x3f);
      text[end++] = 0x80 | (point & 0x3f);
    } else {
      const point = isHigh(unit) || isLow(unit) ? 0xfffd : unit;
      text[end++] = 0xe0 | (point >> 12);
      text[end++] = 0x80 | ((point >> 6) & 0x3f);
      text[end++] = 0x80 | (point & 0x3f);
    }
  }
  return end;
}

/** Whether a code unit is the first half of a surrogate pair. Not a number, as behind the end of a string, is none. */
function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

function isLow(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}
