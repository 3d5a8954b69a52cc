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
} from './params.ts';

// V8 takes a constant of the same module for a constant, but an imported one for a variable: twice as slow.
const P1_LOW = PRIME_1_LOW | 0;
const P1_HIGH = PRIME_1_HIGH | 0;
const P2_LOW = PRIME_2_LOW | 0;
const P2_HIGH = PRIME_2_HIGH | 0;
const P3_LOW = PRIME_3_LOW | 0;
const P3_HIGH = PRIME_3_HIGH | 0;
const P4_LOW = PRIME_4_LOW | 0;
const P4_HIGH = PRIME_4_HIGH | 0;
const P5_LOW = PRIME_5_LOW | 0;
const P5_HIGH = PRIME_5_HIGH | 0;

const INVERSE_2_32 = 2 ** -32;

/** Numbers of 64 bits as pairs of halves, the lower first: the four accumulators, the hash, and one in between. */
const numbers = new Int32Array(12);
const HASH = 8;
const BETWEEN = 10;

export function xxh64(
  hashSeed: number,
  messages: Uint8Array,
  boundaries: Uint32Array,
  hashes: Uint8Array,
  start: number,
  end: number,
): void {
  const bytes = new DataView(messages.buffer, messages.byteOffset, messages.byteLength);
  const output = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength);
  for (let item = start; item < end; item++) {
    hash(hashSeed, bytes, boundaries[item]!, boundaries[item + 1]!);
    output.setInt32(item * 8, numbers[HASH + 1]!);
    output.setInt32(item * 8 + 4, numbers[HASH]!);
  }
}

/** Leaves the hash of the bytes `[from, to)` in its place. The steps are those of the specification. */
function hash(seed: number, bytes: DataView, from: number, to: number): void {
  let at = from;
  if (to - from < 32) {
    set(HASH, seed, 0);
    add(HASH, P5_LOW, P5_HIGH);
  } else {
    begin(seed);
    at = absorb(bytes, at, to);
    converge();
  }
  add(HASH, to - from, 0);
  for (; at + 8 <= to; at += 8) {
    mix(bytes.getInt32(at, true), bytes.getInt32(at + 4, true));
    rotate(HASH, 27);
    multiply(HASH, P1_LOW, P1_HIGH);
    add(HASH, P4_LOW, P4_HIGH);
  }
  if (at + 4 <= to) {
    set(BETWEEN, bytes.getInt32(at, true), 0);
    multiply(BETWEEN, P1_LOW, P1_HIGH);
    xorBetween();
    rotate(HASH, 23);
    multiply(HASH, P2_LOW, P2_HIGH);
    add(HASH, P3_LOW, P3_HIGH);
    at += 4;
  }
  for (; at < to; at++) {
    set(BETWEEN, bytes.getUint8(at), 0);
    multiply(BETWEEN, P5_LOW, P5_HIGH);
    xorBetween();
    rotate(HASH, 11);
    multiply(HASH, P1_LOW, P1_HIGH);
  }
  avalanche();
}

/** Step 1: the accumulators. */
function begin(seed: number): void {
  for (let i = 0; i < 8; i += 2) set(i, seed, 0);
  add(0, P1_LOW, P1_HIGH);
  add(0, P2_LOW, P2_HIGH);
  add(2, P2_LOW, P2_HIGH);
  // Less a number is plus its complement plus one.
  add(6, ~P1_LOW, ~P1_HIGH);
  add(6, 1, 0);
}

/** Step 2: all whole stripes of 32 bytes go into the accumulators. Returns where they end. */
function absorb(bytes: DataView, from: number, to: number): number {
  let low0 = numbers[0]!;
  let high0 = numbers[1]!;
  let low1 = numbers[2]!;
  let high1 = numbers[3]!;
  let low2 = numbers[4]!;
  let high2 = numbers[5]!;
  let low3 = numbers[6]!;
  let high3 = numbers[7]!;
  let at = from;
  for (; at + 32 <= to; at += 32) {
    const lane0 = bytes.getInt32(at, true);
    const sum0 = (Math.imul(lane0, P2_LOW) + low0) | 0;
    const upper0 = upperSum(lane0, bytes.getInt32(at + 4, true), low0, high0, sum0);
    const turned0 = (sum0 << 31) | (upper0 >>> 1);
    low0 = Math.imul(turned0, P1_LOW);
    high0 = upperProduct(turned0, (upper0 << 31) | (sum0 >>> 1), P1_LOW, P1_HIGH);
    const lane1 = bytes.getInt32(at + 8, true);
    const sum1 = (Math.imul(lane1, P2_LOW) + low1) | 0;
    const upper1 = upperSum(lane1, bytes.getInt32(at + 12, true), low1, high1, sum1);
    const turned1 = (sum1 << 31) | (upper1 >>> 1);
    low1 = Math.imul(turned1, P1_LOW);
    high1 = upperProduct(turned1, (upper1 << 31) | (sum1 >>> 1), P1_LOW, P1_HIGH);
    const lane2 = bytes.getInt32(at + 16, true);
    const sum2 = (Math.imul(lane2, P2_LOW) + low2) | 0;
    const upper2 = upperSum(lane2, bytes.getInt32(at + 20, true), low2, high2, sum2);
    const turned2 = (sum2 << 31) | (upper2 >>> 1);
    low2 = Math.imul(turned2, P1_LOW);
    high2 = upperProduct(turned2, (upper2 << 31) | (sum2 >>> 1), P1_LOW, P1_HIGH);
    const lane3 = bytes.getInt32(at + 24, true);
    const sum3 = (Math.imul(lane3, P2_LOW) + low3) | 0;
    const upper3 = upperSum(lane3, bytes.getInt32(at + 28, true), low3, high3, sum3);
    const turned3 = (sum3 << 31) | (upper3 >>> 1);
    low3 = Math.imul(turned3, P1_LOW);
    high3 = upperProduct(turned3, (upper3 << 31) | (sum3 >>> 1), P1_LOW, P1_HIGH);
  }
  numbers[0] = low0;
  numbers[1] = high0;
  numbers[2] = low1;
  numbers[3] = high1;
  numbers[4] = low2;
  numbers[5] = high2;
  numbers[6] = low3;
  numbers[7] = high3;
  return at;
}

/** The same with a single lane and accumulator `i`. */
function round(i: number, low: number, high: number): void {
  const sum = (Math.imul(low, P2_LOW) + numbers[i]!) | 0;
  const upper = upperSum(low, high, numbers[i]!, numbers[i + 1]!, sum);
  const turned = (sum << 31) | (upper >>> 1);
  numbers[i] = Math.imul(turned, P1_LOW);
  numbers[i + 1] = upperProduct(turned, (upper << 31) | (sum >>> 1), P1_LOW, P1_HIGH);
}

/** Bits 32 to 63 of a lane times the second prime plus an accumulator; the lower ones are `sum`. */
function upperSum(low: number, high: number, accLow: number, accHigh: number, sum: number): number {
  const upper = (upperProduct(low, high, P2_LOW, P2_HIGH) + accHigh) | 0;
  return (upper + carry(Math.imul(low, P2_LOW), accLow, sum)) | 0;
}

/** Step 3: the accumulators become the hash. */
function converge(): void {
  set(HASH, 0, 0);
  addRotated(0, 1);
  addRotated(2, 7);
  addRotated(4, 12);
  addRotated(6, 18);
  for (let i = 0; i < 8; i += 2) {
    mix(numbers[i]!, numbers[i + 1]!);
    multiply(HASH, P1_LOW, P1_HIGH);
    add(HASH, P4_LOW, P4_HIGH);
  }
}

/** Adds accumulator `i`, rotated, to the hash. */
function addRotated(i: number, bits: number): void {
  set(BETWEEN, numbers[i]!, numbers[i + 1]!);
  rotate(BETWEEN, bits);
  add(HASH, numbers[BETWEEN]!, numbers[BETWEEN + 1]!);
}

/** A round from zero, xored into the hash. */
function mix(low: number, high: number): void {
  set(BETWEEN, 0, 0);
  round(BETWEEN, low, high);
  xorBetween();
}

function xorBetween(): void {
  numbers[HASH]! ^= numbers[BETWEEN]!;
  numbers[HASH + 1]! ^= numbers[BETWEEN + 1]!;
}

/** Step 6: every bit of the message gets its chance to change every bit of the hash. */
function avalanche(): void {
  numbers[HASH]! ^= numbers[HASH + 1]! >>> 1;
  multiply(HASH, P2_LOW, P2_HIGH);
  const high = numbers[HASH + 1]!;
  numbers[HASH]! ^= (numbers[HASH]! >>> 29) | (high << 3);
  numbers[HASH + 1] = high ^ (high >>> 29);
  multiply(HASH, P3_LOW, P3_HIGH);
  numbers[HASH]! ^= numbers[HASH + 1]!;
}

// Arithmetic modulo 2⁶⁴ on halves.

function set(i: number, low: number, high: number): void {
  numbers[i] = low;
  numbers[i + 1] = high;
}

function add(i: number, low: number, high: number): void {
  const augend = numbers[i]!;
  const sum = (augend + low) | 0;
  numbers[i] = sum;
  numbers[i + 1]! += high + carry(augend, low, sum);
}

function multiply(i: number, low: number, high: number): void {
  const factor = numbers[i]!;
  numbers[i + 1] = upperProduct(factor, numbers[i + 1]!, low, high);
  numbers[i] = Math.imul(factor, low);
}

/** Rotates to the left by fewer than 32 bits. */
function rotate(i: number, bits: number): void {
  const low = numbers[i]!;
  const high = numbers[i + 1]!;
  numbers[i] = (low << bits) | (high >>> (32 - bits));
  numbers[i + 1] = (high << bits) | (low >>> (32 - bits));
}

/** 1 if the sum of two numbers of 32 bits has a 33rd: then both have their top bit, or one has and the sum has not. */
function carry(a: number, b: number, sum: number): number {
  return ((a & b) | ((a | b) & ~sum)) >>> 31;
}

/** Bits 32 to 63 of a product of two numbers of 64 bits. */
function upperProduct(low: number, high: number, factorLow: number, factorHigh: number): number {
  return (overflow(low, factorLow) + ((Math.imul(low, factorHigh) + Math.imul(high, factorLow)) | 0)) | 0;
}

/**
 * Bits 32 to 63 of a product of two numbers of 32 bits. As an f64 the product is off by at most 2¹⁰; less its lower bits,
 * which are known, it is off by at most 2¹¹ from a multiple of 2³²: rounded to the next one it is exact.
 */
function overflow(a: number, b: number): number {
  const upper = (a >>> 0) * (b >>> 0) - (Math.imul(a, b) >>> 0);
  return (upper * INVERSE_2_32 + 0.5) >>> 0;
}
