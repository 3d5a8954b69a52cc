import { CONTROLS, SPACE, TAB } from './params.ts';

/** For each UTF-16 code unit, and so for each byte of UTF-8 too: 1 if it is white space, else 0. */
const spaces = new Uint8Array(65_536);
spaces.fill(1, TAB, TAB + CONTROLS);
spaces[SPACE] = 1;

// A word begins where no white space follows white space. There is no branch on it, since no one could predict that.

/** Fills the numbers of words of the strings `[start, end)`, which are UTF-8 between their boundaries. */
export function wordCount(
  text: Uint8Array,
  boundaries: Uint32Array,
  counts: Uint32Array,
  start: number,
  end: number,
): void {
  const white = spaces;
  for (let item = start; item < end; item++) {
    const stop = boundaries[item + 1]!;
    let words = 0;
    let before = 1;
    for (let at = boundaries[item]!; at < stop; at++) {
      const space = white[text[at]!]!;
      words += before & ~space;
      before = space;
    }
    counts[item] = words;
  }
}

/** The same of the strings themselves, four code units at a time: V8 is quicker so with strings, and not with bytes. */
export function wordCountOfStrings(
  strings: readonly string[],
  counts: Uint32Array,
  start: number,
  end: number,
): void {
  const white = spaces;
  for (let item = start; item < end; item++) {
    const string = strings[item]!;
    const stop = string.length;
    let at = 0;
    let words = 0;
    let before = 1;
    for (; at + 3 < stop; at += 4) {
      const a = white[string.charCodeAt(at)]!;
      const b = white[string.charCodeAt(at + 1)]!;
      const c = white[string.charCodeAt(at + 2)]!;
      const d = white[string.charCodeAt(at + 3)]!;
      words += (before & ~a) + (a & ~b) + (b & ~c) + (c & ~d);
      before = d;
    }
    for (; at < stop; at++) {
      const space = white[string.charCodeAt(at)]!;
      words += before & ~space;
      before = space;
    }
    counts[item] = words;
  }
}
