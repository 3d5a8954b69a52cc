import { coefficients, extend, longCode } from '../assembly/entropy';
import { lookup } from '../assembly/tables';
import { LOOKAHEAD, NATURAL_ORDER } from '../params';

/**
 * Decodes the AC coefficients of a block, as the plain lane does, but out of a window of 64 bits, and takes each code and
 * the number behind it at once: the next code waits for nothing but their lengths.
 * @returns twice the bit behind the block, plus 1 if there was any coefficient; -1 when the block has no end
 */
export function decodeAc(data: usize, from: u32, table: u32, factors: usize): i64 {
  const entries: usize = lookup + (table << (LOOKAHEAD + 1));
  let at: usize = data + (from >> 3);
  let window: u64 = bswap<u64>(load<u64>(at)) << (from & 7);
  let count: u32 = 64 - (from & 7);
  let any: i64 = 0;
  let k: u32 = 1;
  at += 8;
  while (k < 64) {
    // A code has at most 16 bits, and a number 15.
    if (count < 32) {
      window |= (<u64>bswap<u32>(load<u32>(at))) << (32 - count);
      at += 4;
      count += 32;
    }
    let entry: u32 = load<u16>(entries + ((<usize>(window >> (64 - LOOKAHEAD))) << 1));
    if (entry === 0) {
      entry = longCode(table, <u32>(window >> 32));
      if (entry === 0) return -1;
    }
    const length: u32 = entry >> 8;
    const size: u32 = entry & 15;
    const number: u32 = <u32>((window << length) >> 32);
    window <<= length + size;
    count -= length + size;
    if (size === 0) {
      if ((entry & 0xf0) !== 0xf0) break;
      k += 16;
    } else {
      k += (entry >> 4) & 15;
      if (k > 63) return -1;
      const value: i32 = extend(number, size) * load<i32>(factors + (k << 2));
      store<i32>(coefficients + ((<usize>NATURAL_ORDER[k]) << 2), value);
      any = 1;
      k++;
    }
  }
  return k <= 64 ? ((<i64>(at - data) * 8 - count) << 1) | any : -1;
}
