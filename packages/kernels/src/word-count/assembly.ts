import { CONTROLS, SPACE, TAB } from './params';

/** For each byte: 1 if it is white space, else 0. */
const spaces: usize = memory.data(256);
memory.fill(spaces + <usize>TAB, 1, <usize>CONTROLS);
store<u8>(spaces + <usize>SPACE, 1);

/** Fills the numbers of words of the strings `[start, end)`, which are UTF-8 between their boundaries. */
export function wordCount(text: usize, boundaries: usize, counts: usize, start: u32, end: u32): void {
  for (let item: usize = start; item < <usize>end; item++) {
    const boundary: usize = boundaries + (item << 2);
    const stop: usize = text + <usize>load<u32>(boundary, 4);
    let at: usize = text + <usize>load<u32>(boundary);
    let words: u32 = 0;
    let before: u32 = 1;
    // A word begins where no white space follows white space. There is no branch on it, since no one could predict that.
    for (; at + 3 < stop; at += 4) {
      const a: u32 = isSpace(load<u8>(at));
      const b: u32 = isSpace(load<u8>(at, 1));
      const c: u32 = isSpace(load<u8>(at, 2));
      const d: u32 = isSpace(load<u8>(at, 3));
      words += (before & ~a) + (a & ~b) + (b & ~c) + (c & ~d);
      before = d;
    }
    for (; at < stop; at++) {
      const space: u32 = isSpace(load<u8>(at));
      words += before & ~space;
      before = space;
    }
    store<u32>(counts + (item << 2), words);
  }
}

function isSpace(byte: u8): u32 {
  return load<u8>(spaces + <usize>byte);
}
