import { LOOKAHEAD, NATURAL_ORDER, OK, PADDING, TRUNCATED } from '../params.ts';
import { lastCode, lookup, quantisers, symbolOffset, symbols } from './tables.ts';
import type { Component } from './components.ts';

const LENGTHS = 17;
// V8 loads what is imported each time it is used, but knows the constants of the module itself.
const PREFIX = LOOKAHEAD;
const codes = lookup;
const factors = quantisers;
const naturalOrder = Uint8Array.from(NATURAL_ORDER);
let data = new Uint8Array(0);
let bits = new DataView(data.buffer);

/** The coefficients of one block, dequantised, row by row. Who uses them leaves zeros behind. */
export const coefficients: Int32Array = new Int32Array(64);
/** Whether the last block has coefficients other than DC. */
export let hasAc = false;
/** Number of bits in the entropy-coded segment. */
export let bitLength = 0;
/** Where in the frame the marker lies that ended the segment. */
export let segmentEnd = 0;

/**
 * Takes up the entropy-coded segment that begins at `from` and goes to the next marker (B.1.1.5), without the zeros
 * that are stuffed behind each byte 0xff. What follows reads as zeros, so that no block has to watch for the end.
 */
export function openSegment(bytes: Uint8Array, from: number, to: number): number {
  if (data.length < to - from + PADDING) {
    data = new Uint8Array(to - from + PADDING);
    bits = new DataView(data.buffer);
  }
  let at = from;
  let length = 0;
  for (;;) {
    if (at >= to) return TRUNCATED;
    const byte = bytes[at]!;
    if (byte === 0xff) {
      if (at + 1 >= to) return TRUNCATED;
      if (bytes[at + 1] !== 0) break;
      at++;
    }
    data[length++] = byte;
    at++;
  }
  data.fill(0, length, length + PADDING);
  bitLength = length * 8;
  segmentEnd = at;
  return OK;
}

/**
 * Decodes the block that begins at a bit (F.2.2), and dequantises it.
 * @returns the bit behind it, or -1 when it has no end
 */
export function decodeBlock(component: Component, from: number): number {
  let bit = from;
  const quantiser = component.quantiser * 64;
  const acTable = component.acTable;
  const dcLookup = component.dcTable << PREFIX;
  const acLookup = acTable << PREFIX;

  // At least 25 bits: a code that is looked up, and the 15 bits that may follow it.
  let window = bits.getInt32(bit >>> 3) << (bit & 7);
  let entry = codes[dcLookup + (window >>> (32 - PREFIX))]!;
  if (entry === 0) {
    entry = longCode(component.dcTable, window);
    if (entry === 0) return -1;
    bit += entry >>> 8;
    window = bits.getInt32(bit >>> 3) << (bit & 7);
  } else {
    bit += entry >>> 8;
    window <<= entry >>> 8;
  }
  const category = entry & 255;
  if (category !== 0) {
    bit += category;
    component.prediction = ((component.prediction + extend(window, category)) << 16) >> 16;
  }
  coefficients[0] = Math.imul(component.prediction, factors[quantiser]!);

  hasAc = false;
  let k = 1;
  while (k < 64) {
    window = bits.getInt32(bit >>> 3) << (bit & 7);
    entry = codes[acLookup + (window >>> (32 - PREFIX))]!;
    if (entry === 0) {
      entry = longCode(acTable, window);
      if (entry === 0) return -1;
      bit += entry >>> 8;
      window = bits.getInt32(bit >>> 3) << (bit & 7);
    } else {
      bit += entry >>> 8;
      window <<= entry >>> 8;
    }
    const run = (entry >>> 4) & 15;
    const size = entry & 15;
    if (size === 0) {
      if (run !== 15) return bit;
      k += 16;
    } else {
      k += run;
      if (k > 63) return -1;
      bit += size;
      coefficients[naturalOrder[k]!] = Math.imul(extend(window, size), factors[quantiser + k]!);
      hasAc = true;
      k++;
    }
  }
  return k === 64 ? bit : -1;
}

/** A code longer than what is looked up: its length and symbol, as in the lookup; 0 where there is none. */
function longCode(table: number, window: number): number {
  for (let length = PREFIX + 1; length <= 16; length++) {
    const code = window >>> (32 - length);
    if (code <= lastCode[table * LENGTHS + length]!) {
      const index = code + symbolOffset[table * LENGTHS + length]!;
      return (length << 8) | symbols[table * 256 + index]!;
    }
  }
  return 0;
}

/** The value that the first `size` bits of a window stand for: its first bit says whether it is positive (F.2.2.1). */
function extend(window: number, size: number): number {
  const value = window >>> (32 - size);
  return window < 0 ? value : value - (1 << size) + 1;
}
