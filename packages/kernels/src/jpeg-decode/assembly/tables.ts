import { CORRUPT_TABLE, LOOKAHEAD, OK, STANDARD_TABLES } from '../params';

const TABLES: u32 = 8;
export const LENGTHS: u32 = 17;

/** Per table and next 8 bits: length and symbol of the code that they begin with; 0 where it is longer. */
export const lookup: usize = memory.data(8 * 256 * 2);
/** Per table and length: the last code of that length; -1 where there is none. */
export const lastCode: usize = memory.data(8 * 17 * 4);
/** Per table and length: what to add to a code for the index of its symbol. */
export const symbolOffset: usize = memory.data(8 * 17 * 4);
export const symbols: usize = memory.data(8 * 256);
/** Four tables of 64 factors, in zig-zag order. */
export const quantisers: usize = memory.data(4 * 64 * 4);

const huffmanDefined: usize = memory.data(8);
const quantiserDefined: usize = memory.data(4);

export function forgetTables(): void {
  memory.fill(huffmanDefined, 0, TABLES);
  memory.fill(quantiserDefined, 0, 4);
}

export function hasQuantiser(table: u32): bool {
  return load<u8>(quantiserDefined + table) !== 0;
}

/** Whether a Huffman table is defined; the standard ones are, from the moment that somebody asks. */
export function hasHuffman(table: u32): bool {
  if (load<u8>(huffmanDefined + table) === 0 && (table & 3) < 2) {
    const standard: usize = changetype<usize>(STANDARD_TABLES);
    readHuffman(standard, standard + STANDARD_TABLES.length, false);
  }
  return load<u8>(huffmanDefined + table) !== 0;
}

/** Reads the content of a DQT segment (B.2.4.1). */
export function readQuantisers(from: usize, to: usize): u32 {
  let at: usize = from;
  while (at < to) {
    const wide: u32 = load<u8>(at) >> 4;
    const table: u32 = load<u8>(at) & 15;
    at++;
    if (wide > 1 || table > 3 || at + (64 << wide) > to) return CORRUPT_TABLE;
    for (let k: u32 = 0; k < 64; k++) {
      const factor: u32 = wide === 1 ? ((<u32>load<u8>(at)) << 8) | load<u8>(at, 1) : load<u8>(at);
      if (factor === 0) return CORRUPT_TABLE;
      store<i32>(quantisers + ((table * 64 + k) << 2), factor);
      at += 1 + wide;
    }
    store<u8>(quantiserDefined + table, 1);
  }
  return OK;
}

/** Reads the content of a DHT segment (B.2.4.2). Tables that exist already are kept unless `replace`. */
export function readHuffman(from: usize, to: usize, replace: bool): u32 {
  let at: usize = from;
  while (at < to) {
    const kind: u32 = load<u8>(at) >> 4;
    const table: u32 = kind * 4 + (load<u8>(at) & 15);
    if (kind > 1 || (load<u8>(at) & 15) > 3 || at + 17 > to) return CORRUPT_TABLE;
    let count: u32 = 0;
    for (let length: u32 = 1; length <= 16; length++) count += load<u8>(at + length);
    if (count > 256 || at + 17 + count > to) return CORRUPT_TABLE;
    if (replace || load<u8>(huffmanDefined + table) === 0) {
      const result: u32 = defineHuffman(table, at + 1, at + 17);
      if (result !== OK) return result;
    }
    at += 17 + count;
  }
  return OK;
}

/** Gives the symbols their codes, in order of length (C.2), and fills the lookup. */
function defineHuffman(table: u32, countsAt: usize, symbolsAt: usize): u32 {
  memory.fill(lookup + (table << (LOOKAHEAD + 1)), 0, 2 << LOOKAHEAD);
  let code: u32 = 0;
  let index: u32 = 0;
  for (let length: u32 = 1; length <= 16; length++) {
    const count: u32 = load<u8>(countsAt + length - 1);
    if (code + count > (<u32>1) << length) return CORRUPT_TABLE;
    store<i32>(symbolOffset + ((table * LENGTHS + length) << 2), index - code);
    for (let i: u32 = 0; i < count; i++) {
      const symbol: u32 = load<u8>(symbolsAt + index);
      // A difference of DC coefficients has at most 15 bits.
      if (table < 4 && symbol > 15) return CORRUPT_TABLE;
      store<u8>(symbols + table * 256 + index, symbol);
      if (length <= LOOKAHEAD) {
        const first: u32 = (table << LOOKAHEAD) + (code << (LOOKAHEAD - length));
        const last: u32 = first + (1 << (LOOKAHEAD - length));
        for (let at: u32 = first; at < last; at++) store<u16>(lookup + (at << 1), (length << 8) | symbol);
      }
      code++;
      index++;
    }
    store<i32>(lastCode + ((table * LENGTHS + length) << 2), count > 0 ? <i32>code - 1 : -1);
    code <<= 1;
  }
  store<u8>(huffmanDefined + table, 1);
  return OK;
}
