import { LOOKAHEAD, NATURAL_ORDER, OK, PADDING, TRUNCATED } from '../params';
import { decodeAc } from '../assembly-simd/entropy';
import { acTableOf, dcTableOf, predictions, quantiserOf } from './components';
import { lastCode, LENGTHS, lookup, quantisers, symbolOffset, symbols } from './tables';

let data: usize = 0;
let capacity: usize = 0;

/** The coefficients of one block, dequantised, row by row. Who uses them leaves zeros behind. */
export const coefficients: usize = memory.data(64 * 4);
/** Whether the last block has coefficients other than DC. */
export let hasAc: bool = false;
/** Number of bits in the entropy-coded segment. */
export let bitLength: u32 = 0;
/** Where in the frame the marker lies that ended the segment. */
export let segmentEnd: usize = 0;

/**
 * Takes up the entropy-coded segment that begins at `from` and goes to the next marker (B.1.1.5), without the zeros
 * that are stuffed behind each byte 0xff. What follows reads as zeros, so that no block has to watch for the end.
 */
export function openSegment(from: usize, to: usize): u32 {
  // The tuned lane looks a few bytes further ahead than a block can read.
  const room: usize = to - from + PADDING + 16;
  if (capacity < room) {
    // What was there before is lost to this allocator, so it grows by half at least.
    capacity = max<usize>(room, capacity + (capacity >> 1));
    data = heap.alloc(capacity);
  }
  let at: usize = from;
  let target: usize = data;
  for (;;) {
    if (at >= to) return TRUNCATED;
    const byte: u32 = load<u8>(at);
    if (byte === 0xff) {
      if (at + 1 >= to) return TRUNCATED;
      if (load<u8>(at, 1) !== 0) break;
      at++;
    }
    store<u8>(target++, byte);
    at++;
  }
  memory.fill(target, 0, PADDING);
  bitLength = <u32>(target - data) * 8;
  segmentEnd = at;
  return OK;
}

/**
 * Decodes the block of a component that begins at a bit (F.2.2), and dequantises it.
 * @returns the bit behind it, or -1 when it has no end
 */
export function decodeBlock(component: u32, from: u32): i32 {
  let bit: u32 = from;
  const factors: usize = quantisers + (quantiserOf[component] << 8);
  const dcTable: u32 = dcTableOf[component];
  const acTable: u32 = acTableOf[component];
  const dcLookup: usize = lookup + (dcTable << (LOOKAHEAD + 1));
  const acLookup: usize = lookup + (acTable << (LOOKAHEAD + 1));

  // At least 25 bits: a code that is looked up, and the 15 bits that may follow it.
  let window: u32 = peek(bit);
  let entry: u32 = load<u16>(dcLookup + ((window >> (32 - LOOKAHEAD)) << 1));
  if (entry === 0) {
    entry = longCode(dcTable, window);
    if (entry === 0) return -1;
    bit += entry >> 8;
    window = peek(bit);
  } else {
    bit += entry >> 8;
    window <<= entry >> 8;
  }
  const category: u32 = entry & 255;
  if (category !== 0) {
    bit += category;
    predictions[component] = <i32>(<i16>(predictions[component] + extend(window, category)));
  }
  store<i32>(coefficients, predictions[component] * load<i32>(factors));

  hasAc = false;
  if (ASC_FEATURE_SIMD) {
    const end: i64 = decodeAc(data, bit, acTable, factors);
    hasAc = (end & 1) !== 0;
    return <i32>(end >> 1);
  }
  let k: u32 = 1;
  while (k < 64) {
    window = peek(bit);
    entry = load<u16>(acLookup + ((window >> (32 - LOOKAHEAD)) << 1));
    if (entry === 0) {
      entry = longCode(acTable, window);
      if (entry === 0) return -1;
      bit += entry >> 8;
      window = peek(bit);
    } else {
      bit += entry >> 8;
      window <<= entry >> 8;
    }
    const run: u32 = (entry >> 4) & 15;
    const size: u32 = entry & 15;
    if (size === 0) {
      if (run !== 15) return bit;
      k += 16;
    } else {
      k += run;
      if (k > 63) return -1;
      bit += size;
      const value: i32 = extend(window, size) * load<i32>(factors + (k << 2));
      store<i32>(coefficients + ((<usize>NATURAL_ORDER[k]) << 2), value);
      hasAc = true;
      k++;
    }
  }
  return k === 64 ? bit : -1;
}

/** The bits from there on, at least 25 of them. */
function peek(bit: u32): u32 {
  return bswap<u32>(load<u32>(data + (bit >> 3))) << (bit & 7);
}

/** A code longer than what is looked up: its length and symbol, as in the lookup; 0 where there is none. */
export function longCode(table: u32, window: u32): u32 {
  for (let length: u32 = LOOKAHEAD + 1; length <= 16; length++) {
    const code: i32 = window >> (32 - length);
    const at: usize = (table * LENGTHS + length) << 2;
    if (code <= load<i32>(lastCode + at)) {
      const index: u32 = code + load<i32>(symbolOffset + at);
      return (length << 8) | load<u8>(symbols + table * 256 + index);
    }
  }
  return 0;
}

/** The value that the first `size` bits of a window stand for: its first bit says whether it is positive (F.2.2.1). */
export function extend(window: u32, size: u32): i32 {
  const value: i32 = window >> (32 - size);
  return <i32>window < 0 ? value : value - (1 << size) + 1;
}
