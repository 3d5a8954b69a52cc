import { pad, sha256 as plain } from './assembly';
import { INITIAL_STATE, ROUND_CONSTANTS } from './params';

// Four messages at a time, one in each lane of a vector. A lane that is through with its message takes the next.
const LANES: u32 = 4;
/** Each word of four schedules, and of four states. */
const schedule: usize = memory.data(64 * 16, 16);
const state: usize = memory.data(8 * 16, 16);
/** Per lane: the last one or two blocks of its message. */
const tails: usize = memory.data(4 * 128);
/** Per lane: the next block, and how many lie there in a row. */
const blocks: usize = memory.data(4 * 4);
const counts: usize = memory.data(4 * 4);
/** Per lane: how many blocks of the tail come after those, and where the digest goes. */
const tailCounts: usize = memory.data(4 * 4);
const places: usize = memory.data(4 * 4);
/**
 * The count of a lane without a message. What it reads does not matter, and is there: its block lies before the
 * messages, and no other lane has more blocks in a row than they have.
 */
const IDLE: u32 = 0xffffffff;

export function sha256(messages: usize, boundaries: usize, digests: usize, start: u32, end: u32): void {
  if (end - start < 2) {
    // A message alone is done sooner without vectors.
    plain(messages, boundaries, digests, start, end);
    return;
  }
  let next: u32 = start;
  for (let lane: u32 = 0; lane < LANES; lane++) {
    store<u32>(blocks + (lane << 2), <u32>tails);
    store<u32>(counts + (lane << 2), IDLE);
    if (next < end) begin(lane, messages, boundaries, digests, next++);
  }
  for (let unfinished: u32 = end - start; unfinished > 0; ) {
    const first: u32 = min<u32>(load<u32>(counts), load<u32>(counts, 4));
    const count: u32 = min<u32>(first, min<u32>(load<u32>(counts, 8), load<u32>(counts, 12)));
    compress(count);
    for (let lane: u32 = 0; lane < LANES; lane++) {
      if (!advance(lane, count)) continue;
      unfinished--;
      if (next < end) begin(lane, messages, boundaries, digests, next++);
      else store<u32>(counts + (lane << 2), IDLE);
    }
  }
}

/** Gives a message to a lane. */
function begin(lane: u32, messages: usize, boundaries: usize, digests: usize, item: u32): void {
  const from: u32 = load<u32>(boundaries + (<usize>item << 2));
  const length: u32 = load<u32>(boundaries + (<usize>item << 2), 4) - from;
  const rest: u32 = length & 63;
  const at: usize = lane << 2;
  for (let word: u32 = 0; word < 8; word++) {
    store<u32>(state + (word << 4) + at, unchecked(INITIAL_STATE[word]));
  }
  const tailLength: u32 = pad(tails + (lane << 7), messages + from + length - rest, rest, length);
  store<u32>(blocks + at, <u32>messages + from);
  store<u32>(counts + at, length >> 6);
  store<u32>(tailCounts + at, tailLength >> 6);
  store<u32>(places + at, <u32>digests + (item << 5));
  advance(lane, 0);
}

/** Counts the blocks that were compressed; true when the message ended with them, and its digest is written. */
function advance(lane: u32, count: u32): bool {
  const at: usize = lane << 2;
  const left: u32 = load<u32>(counts + at);
  if (left == IDLE) return false;
  store<u32>(blocks + at, load<u32>(blocks + at) + (count << 6));
  store<u32>(counts + at, left - count);
  if (left > count) return false;
  const tailCount: u32 = load<u32>(tailCounts + at);
  if (tailCount > 0) {
    store<u32>(blocks + at, <u32>tails + (lane << 7));
    store<u32>(counts + at, tailCount);
    store<u32>(tailCounts + at, 0);
    return false;
  }
  for (let word: u32 = 0; word < 8; word++) {
    const value: u32 = load<u32>(state + (word << 4) + at);
    store<u32>(load<u32>(places + at) + (word << 2), bswap<u32>(value));
  }
  return true;
}

/** Mixes so many blocks of each lane into its state (6.2.2). */
function compress(count: u32): void {
  for (let offset: u32 = 0; offset < count << 6; offset += 64) {
    for (let t: u32 = 0; t < 64; t += 16) transpose(offset + t, schedule + (t << 2));
    for (let t: usize = schedule + 256; t < schedule + 1024; t += 16) {
      const s0: v128 = smallSigma0(v128.load(t - 240));
      const s1: v128 = smallSigma1(v128.load(t - 32));
      v128.store(t, i32x4.add(i32x4.add(v128.load(t - 256), s0), i32x4.add(v128.load(t - 112), s1)));
    }
    rounds();
  }
}

/** Loads four words of each lane's block, and stores the first of every lane, the second, and so on. */
function transpose(offset: u32, target: usize): void {
  const a: v128 = v128.load(load<u32>(blocks) + offset);
  const b: v128 = v128.load(load<u32>(blocks, 4) + offset);
  const c: v128 = v128.load(load<u32>(blocks, 8) + offset);
  const d: v128 = v128.load(load<u32>(blocks, 12) + offset);
  const ab01: v128 = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const ab23: v128 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd01: v128 = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const cd23: v128 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(target, bigEndian(v128.shuffle<i64>(ab01, cd01, 0, 2)));
  v128.store(target, bigEndian(v128.shuffle<i64>(ab01, cd01, 1, 3)), 16);
  v128.store(target, bigEndian(v128.shuffle<i64>(ab23, cd23, 0, 2)), 32);
  v128.store(target, bigEndian(v128.shuffle<i64>(ab23, cd23, 1, 3)), 48);
}

function bigEndian(words: v128): v128 {
  return v128.shuffle<i8>(words, words, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

function rounds(): void {
  let a: v128 = v128.load(state);
  let b: v128 = v128.load(state, 16);
  let c: v128 = v128.load(state, 32);
  let d: v128 = v128.load(state, 48);
  let e: v128 = v128.load(state, 64);
  let f: v128 = v128.load(state, 80);
  let g: v128 = v128.load(state, 96);
  let h: v128 = v128.load(state, 112);
  for (let t: u32 = 0; t < 64; t++) {
    const constant: v128 = i32x4.splat(unchecked(ROUND_CONSTANTS[t]));
    const word: v128 = i32x4.add(constant, v128.load(schedule + (t << 4)));
    const t1: v128 = i32x4.add(i32x4.add(i32x4.add(h, word), choose(e, f, g)), bigSigma1(e));
    const t2: v128 = i32x4.add(bigSigma0(a), majority(a, b, c));
    h = g;
    g = f;
    f = e;
    e = i32x4.add(d, t1);
    d = c;
    c = b;
    b = a;
    a = i32x4.add(t1, t2);
  }
  v128.store(state, i32x4.add(v128.load(state), a));
  v128.store(state, i32x4.add(v128.load(state, 16), b), 16);
  v128.store(state, i32x4.add(v128.load(state, 32), c), 32);
  v128.store(state, i32x4.add(v128.load(state, 48), d), 48);
  v128.store(state, i32x4.add(v128.load(state, 64), e), 64);
  v128.store(state, i32x4.add(v128.load(state, 80), f), 80);
  v128.store(state, i32x4.add(v128.load(state, 96), g), 96);
  v128.store(state, i32x4.add(v128.load(state, 112), h), 112);
}

// The six functions of section 4.1.2.

function choose(x: v128, y: v128, z: v128): v128 {
  return v128.bitselect(y, z, x);
}

function majority(x: v128, y: v128, z: v128): v128 {
  return v128.or(v128.and(x, y), v128.and(z, v128.or(x, y)));
}

function bigSigma0(x: v128): v128 {
  return v128.xor(v128.xor(rotateRight(x, 2), rotateRight(x, 13)), rotateRight(x, 22));
}

function bigSigma1(x: v128): v128 {
  return v128.xor(v128.xor(rotateRight(x, 6), rotateRight(x, 11)), rotateRight(x, 25));
}

function smallSigma0(x: v128): v128 {
  return v128.xor(v128.xor(rotateRight(x, 7), rotateRight(x, 18)), i32x4.shr_u(x, 3));
}

function smallSigma1(x: v128): v128 {
  return v128.xor(v128.xor(rotateRight(x, 17), rotateRight(x, 19)), i32x4.shr_u(x, 10));
}

function rotateRight(x: v128, bits: i32): v128 {
  return v128.or(i32x4.shr_u(x, bits), i32x4.shl(x, 32 - bits));
}
