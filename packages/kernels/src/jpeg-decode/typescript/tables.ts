import { CORRUPT_TABLE, LOOKAHEAD, OK, STANDARD_TABLES } from '../params.ts';

const TABLES = 8;
const LENGTHS = 17;
const standard = Uint8Array.from(STANDARD_TABLES);

/** Per table and next 8 bits: length and symbol of the code that they begin with; 0 where it is longer. */
export const lookup: Uint16Array = new Uint16Array(TABLES << LOOKAHEAD);
/** Per table and length: the last code of that length; -1 where there is none. */
export const lastCode: Int32Array = new Int32Array(TABLES * LENGTHS);
/** Per table and length: what to add to a code for the index of its symbol. */
export const symbolOffset: Int32Array = new Int32Array(TABLES * LENGTHS);
export const symbols: Uint8Array = new Uint8Array(TABLES * 256);
/** Four tables of 64 factors, in zig-zag order. */
export const quantisers: Int32Array = new Int32Array(4 * 64);

const huffmanDefined = new Uint8Array(TABLES);
const quantiserDefined = new Uint8Array(4);

export function forgetTables(): void {
  huffmanDefined.fill(0);
  quantiserDefined.fill(0);
}

export function hasQuantiser(table: number): boolean {
  return quantiserDefined[table] !== 0;
}

/** Whether a Huffman table is defined; the standard ones are, from the moment that somebody asks. */
export function hasHuffman(table: number): boolean {
  if (huffmanDefined[table] === 0 && (table & 3) < 2) readHuffman(standard, 0, standard.length, false);
  return huffmanDefined[table] !== 0;
}

/** Reads the content of a DQT segment (B.2.4.1). */
export function readQuantisers(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const wide = bytes[at]! >> 4;
    const table = bytes[at]! & 15;
    at++;
    if (wide > 1 || table > 3 || at + (64 << wide) > to) return CORRUPT_TABLE;
    for (let k = 0; k < 64; k++) {
      const factor = wide === 1 ? (bytes[at]! << 8) | bytes[at + 1]! : bytes[at]!;
      if (factor === 0) return CORRUPT_TABLE;
      quantisers[table * 64 + k] = factor;
      at += 1 + wide;
    }
    quantiserDefined[table] = 1;
  }
  return OK;
}

/** Reads the content of a DHT segment (B.2.4.2). Tables that exist already are kept unless `replace`. */
export function readHuffman(bytes: Uint8Array, from: number, to: number, replace: boolean): number {
  let at = from;
  while (at < to) {
    const kind = bytes[at]! >> 4;
    const table = kind * 4 + (bytes[at]! & 15);
    if (kind > 1 || (bytes[at]! & 15) > 3 || at + 17 > to) return CORRUPT_TABLE;
    let count = 0;
    for (let length = 1; length <= 16; length++) count += bytes[at + length]!;
    if (count > 256 || at + 17 + count > to) return CORRUPT_TABLE;
    if (replace || huffmanDefined[table] === 0) {
      const result = defineHuffman(table, bytes, at + 1, at + 17);
      if (result !== OK) return result;
    }
    at += 17 + count;
  }
  return OK;
}

/** Gives the symbols their codes, in order of length (C.2), and fills the lookup. */
function defineHuffman(table: number, bytes: Uint8Array, countsAt: number, symbolsAt: number): number {
  lookup.fill(0, table << LOOKAHEAD, (table + 1) << LOOKAHEAD);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    const count = bytes[countsAt + length - 1]!;
    if (code + count > 1 << length) return CORRUPT_TABLE;
    symbolOffset[table * LENGTHS + length] = index - code;
    for (let i = 0; i < count; i++) {
      const symbol = bytes[symbolsAt + index]!;
      // A difference of DC coefficients has at most 15 bits.
      if (table < 4 && symbol > 15) return CORRUPT_TABLE;
      symbols[table * 256 + index] = symbol;
      if (length <= LOOKAHEAD) {
        const first = (table << LOOKAHEAD) + (code << (LOOKAHEAD - length));
        lookup.fill((length << 8) | symbol, first, first + (1 << (LOOKAHEAD - length)));
      }
      code++;
      index++;
    }
    lastCode[table * LENGTHS + length] = count > 0 ? code - 1 : -1;
    code <<= 1;
  }
  huffmanDefined[table] = 1;
  return OK;
}
