import { INITIAL_STATE, ROUND_CONSTANTS } from './params';

const schedule: usize = memory.data(64 * 4);
const state: usize = memory.data(8 * 4);
/** The last one or two blocks of a message: what is left of it, and the padding. */
const lastBlocks: usize = memory.data(128);

export function sha256(messages: usize, boundaries: usize, digests: usize, start: u32, end: u32): void {
  for (let item: u32 = start; item < end; item++) {
    const from: u32 = load<u32>(boundaries + (<usize>item << 2));
    const to: u32 = load<u32>(boundaries + (<usize>item << 2), 4);
    memory.copy(state, changetype<usize>(INITIAL_STATE), 32);
    let block: u32 = from;
    for (; block + 64 <= to; block += 64) compress(messages + block);
    const tailLength: u32 = pad(lastBlocks, messages + block, to - block, to - from);
    for (let offset: u32 = 0; offset < tailLength; offset += 64) compress(lastBlocks + offset);
    for (let word: u32 = 0; word < 32; word += 4) {
      store<u32>(digests + (<usize>item << 5) + word, bswap<u32>(load<u32>(state + word)));
    }
  }
}

/** Fills a tail (5.1.1): the rest of a message of that length, a 1 bit, zeros, the length in bits. */
export function pad(tail: usize, message: usize, rest: u32, length: u32): u32 {
  const tailLength: u32 = rest < 56 ? 64 : 128;
  memory.fill(tail, 0, 128);
  memory.copy(tail, message, rest);
  store<u8>(tail + rest, 0x80);
  store<u32>(tail + tailLength - 8, bswap<u32>(length >> 29));
  store<u32>(tail + tailLength - 4, bswap<u32>(length << 3));
  return tailLength;
}

/** Mixes one block into the state (6.2.2). */
function compress(block: usize): void {
  for (let t: usize = 0; t < 64; t += 4) store<u32>(schedule + t, bswap<u32>(load<u32>(block + t)));
  for (let t: usize = schedule + 64; t < schedule + 256; t += 4) {
    const s0: u32 = smallSigma0(load<u32>(t - 60));
    const s1: u32 = smallSigma1(load<u32>(t - 8));
    store<u32>(t, load<u32>(t - 64) + s0 + load<u32>(t - 28) + s1);
  }
  let a: u32 = load<u32>(state);
  let b: u32 = load<u32>(state, 4);
  let c: u32 = load<u32>(state, 8);
  let d: u32 = load<u32>(state, 12);
  let e: u32 = load<u32>(state, 16);
  let f: u32 = load<u32>(state, 20);
  let g: u32 = load<u32>(state, 24);
  let h: u32 = load<u32>(state, 28);
  for (let t: u32 = 0; t < 64; t++) {
    const t1: u32 = h + bigSigma1(e) + choose(e, f, g) + unchecked(ROUND_CONSTANTS[t]) + load<u32>(schedule + (<usize>t << 2));
    const t2: u32 = bigSigma0(a) + majority(a, b, c);
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
  store<u32>(state, load<u32>(state, 20) + f, 20);
  store<u32>(state, load<u32>(state, 24) + g, 24);
  store<u32>(state, load<u32>(state, 28) + h, 28);
}

// The six functions of section 4.1.2.

function choose(x: u32, y: u32, z: u32): u32 {
  return z ^ (x & (y ^ z));
}

function majority(x: u32, y: u32, z: u32): u32 {
  return (x & y) | (z & (x | y));
}

function bigSigma0(x: u32): u32 {
  return rotr<u32>(x, 2) ^ rotr<u32>(x, 13) ^ rotr<u32>(x, 22);
}

function bigSigma1(x: u32): u32 {
  return rotr<u32>(x, 6) ^ rotr<u32>(x, 11) ^ rotr<u32>(x, 25);
}

function smallSigma0(x: u32): u32 {
  return rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ (x >> 3);
}

function smallSigma1(x: u32): u32 {
  return rotr<u32>(x, 17) ^ rotr<u32>(x, 19) ^ (x >> 10);
}
