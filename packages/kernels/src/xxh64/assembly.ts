import {
  PRIME_1_HIGH,
  PRIME_1_LOW,
  PRIME_2_HIGH,
  PRIME_2_LOW,
  PRIME_3_HIGH,
  PRIME_3_LOW,
  PRIME_4_HIGH,
  PRIME_4_LOW,
  PRIME_5_HIGH,
  PRIME_5_LOW,
} from './params';

const PRIME_1: u64 = (<u64>PRIME_1_HIGH << 32) | PRIME_1_LOW;
const PRIME_2: u64 = (<u64>PRIME_2_HIGH << 32) | PRIME_2_LOW;
const PRIME_3: u64 = (<u64>PRIME_3_HIGH << 32) | PRIME_3_LOW;
const PRIME_4: u64 = (<u64>PRIME_4_HIGH << 32) | PRIME_4_LOW;
const PRIME_5: u64 = (<u64>PRIME_5_HIGH << 32) | PRIME_5_LOW;

export function xxh64(
  hashSeed: u32,
  messages: usize,
  boundaries: usize,
  hashes: usize,
  start: u32,
  end: u32,
): void {
  for (let item: u32 = start; item < end; item++) {
    const from: u32 = load<u32>(boundaries + (<usize>item << 2));
    const to: u32 = load<u32>(boundaries + (<usize>item << 2), 4);
    store<u64>(hashes + (<usize>item << 3), bswap<u64>(hash(hashSeed, messages + from, messages + to)));
  }
}

/** The hash of the bytes `[from, to)`. The steps are those of the specification. */
function hash(seed: u64, from: usize, to: usize): u64 {
  let at: usize = from;
  let acc: u64 = seed + PRIME_5;
  if (to - from >= 32) {
    let acc1: u64 = seed + PRIME_1 + PRIME_2;
    let acc2: u64 = seed + PRIME_2;
    let acc3: u64 = seed;
    let acc4: u64 = seed - PRIME_1;
    for (; at + 32 <= to; at += 32) {
      acc1 = round(acc1, load<u64>(at));
      acc2 = round(acc2, load<u64>(at, 8));
      acc3 = round(acc3, load<u64>(at, 16));
      acc4 = round(acc4, load<u64>(at, 24));
    }
    acc = rotl<u64>(acc1, 1) + rotl<u64>(acc2, 7) + rotl<u64>(acc3, 12) + rotl<u64>(acc4, 18);
    acc = merge(acc, acc1);
    acc = merge(acc, acc2);
    acc = merge(acc, acc3);
    acc = merge(acc, acc4);
  }
  acc += <u64>(to - from);
  for (; at + 8 <= to; at += 8) {
    acc = rotl<u64>(acc ^ round(0, load<u64>(at)), 27) * PRIME_1 + PRIME_4;
  }
  if (at + 4 <= to) {
    acc = rotl<u64>(acc ^ (<u64>load<u32>(at) * PRIME_1), 23) * PRIME_2 + PRIME_3;
    at += 4;
  }
  for (; at < to; at++) acc = rotl<u64>(acc ^ (<u64>load<u8>(at) * PRIME_5), 11) * PRIME_1;
  return avalanche(acc);
}

/** Step 2: a lane of the message goes into an accumulator. */
function round(acc: u64, lane: u64): u64 {
  return rotl<u64>(acc + lane * PRIME_2, 31) * PRIME_1;
}

/** Step 3: an accumulator goes into the hash. */
function merge(acc: u64, lane: u64): u64 {
  return (acc ^ round(0, lane)) * PRIME_1 + PRIME_4;
}

/** Step 6: every bit of the message gets its chance to change every bit of the hash. */
function avalanche(acc: u64): u64 {
  acc = (acc ^ (acc >> 33)) * PRIME_2;
  acc = (acc ^ (acc >> 29)) * PRIME_3;
  return acc ^ (acc >> 32);
}
