import { INITIAL_STATE, ROUND_CONSTANTS } from './params';

const K: usize = changetype<usize>(ROUND_CONSTANTS);
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

/**
 * Mixes one block into the state (6.2.2). A word of the schedule takes the place of the one 16 before it, the last
 * that needs it, so that all fit in variables. In a round only d and h change; the letters move on in the text.
 */
function compress(block: usize): void {
  let w0: u32 = bswap<u32>(load<u32>(block));
  let w1: u32 = bswap<u32>(load<u32>(block, 4));
  let w2: u32 = bswap<u32>(load<u32>(block, 8));
  let w3: u32 = bswap<u32>(load<u32>(block, 12));
  let w4: u32 = bswap<u32>(load<u32>(block, 16));
  let w5: u32 = bswap<u32>(load<u32>(block, 20));
  let w6: u32 = bswap<u32>(load<u32>(block, 24));
  let w7: u32 = bswap<u32>(load<u32>(block, 28));
  let w8: u32 = bswap<u32>(load<u32>(block, 32));
  let w9: u32 = bswap<u32>(load<u32>(block, 36));
  let w10: u32 = bswap<u32>(load<u32>(block, 40));
  let w11: u32 = bswap<u32>(load<u32>(block, 44));
  let w12: u32 = bswap<u32>(load<u32>(block, 48));
  let w13: u32 = bswap<u32>(load<u32>(block, 52));
  let w14: u32 = bswap<u32>(load<u32>(block, 56));
  let w15: u32 = bswap<u32>(load<u32>(block, 60));
  let a: u32 = load<u32>(state);
  let b: u32 = load<u32>(state, 4);
  let c: u32 = load<u32>(state, 8);
  let d: u32 = load<u32>(state, 12);
  let e: u32 = load<u32>(state, 16);
  let f: u32 = load<u32>(state, 20);
  let g: u32 = load<u32>(state, 24);
  let h: u32 = load<u32>(state, 28);
  for (let t: usize = 0; ; t += 64) {
    h += load<u32>(K + t) + w0 + (bigSigma1(e) + choose(e, f, g));
    d += h;
    h += bigSigma0(a) + majority(a, b, c);
    g += load<u32>(K + t, 4) + w1 + (bigSigma1(d) + choose(d, e, f));
    c += g;
    g += bigSigma0(h) + majority(h, a, b);
    f += load<u32>(K + t, 8) + w2 + (bigSigma1(c) + choose(c, d, e));
    b += f;
    f += bigSigma0(g) + majority(g, h, a);
    e += load<u32>(K + t, 12) + w3 + (bigSigma1(b) + choose(b, c, d));
    a += e;
    e += bigSigma0(f) + majority(f, g, h);
    d += load<u32>(K + t, 16) + w4 + (bigSigma1(a) + choose(a, b, c));
    h += d;
    d += bigSigma0(e) + majority(e, f, g);
    c += load<u32>(K + t, 20) + w5 + (bigSigma1(h) + choose(h, a, b));
    g += c;
    c += bigSigma0(d) + majority(d, e, f);
    b += load<u32>(K + t, 24) + w6 + (bigSigma1(g) + choose(g, h, a));
    f += b;
    b += bigSigma0(c) + majority(c, d, e);
    a += load<u32>(K + t, 28) + w7 + (bigSigma1(f) + choose(f, g, h));
    e += a;
    a += bigSigma0(b) + majority(b, c, d);
    h += load<u32>(K + t, 32) + w8 + (bigSigma1(e) + choose(e, f, g));
    d += h;
    h += bigSigma0(a) + majority(a, b, c);
    g += load<u32>(K + t, 36) + w9 + (bigSigma1(d) + choose(d, e, f));
    c += g;
    g += bigSigma0(h) + majority(h, a, b);
    f += load<u32>(K + t, 40) + w10 + (bigSigma1(c) + choose(c, d, e));
    b += f;
    f += bigSigma0(g) + majority(g, h, a);
    e += load<u32>(K + t, 44) + w11 + (bigSigma1(b) + choose(b, c, d));
    a += e;
    e += bigSigma0(f) + majority(f, g, h);
    d += load<u32>(K + t, 48) + w12 + (bigSigma1(a) + choose(a, b, c));
    h += d;
    d += bigSigma0(e) + majority(e, f, g);
    c += load<u32>(K + t, 52) + w13 + (bigSigma1(h) + choose(h, a, b));
    g += c;
    c += bigSigma0(d) + majority(d, e, f);
    b += load<u32>(K + t, 56) + w14 + (bigSigma1(g) + choose(g, h, a));
    f += b;
    b += bigSigma0(c) + majority(c, d, e);
    a += load<u32>(K + t, 60) + w15 + (bigSigma1(f) + choose(f, g, h));
    e += a;
    a += bigSigma0(b) + majority(b, c, d);
    if (t == 192) break;
    w0 += smallSigma0(w1) + (w9 + smallSigma1(w14));
    w1 += smallSigma0(w2) + (w10 + smallSigma1(w15));
    w2 += smallSigma0(w3) + (w11 + smallSigma1(w0));
    w3 += smallSigma0(w4) + (w12 + smallSigma1(w1));
    w4 += smallSigma0(w5) + (w13 + smallSigma1(w2));
    w5 += smallSigma0(w6) + (w14 + smallSigma1(w3));
    w6 += smallSigma0(w7) + (w15 + smallSigma1(w4));
    w7 += smallSigma0(w8) + (w0 + smallSigma1(w5));
    w8 += smallSigma0(w9) + (w1 + smallSigma1(w6));
    w9 += smallSigma0(w10) + (w2 + smallSigma1(w7));
    w10 += smallSigma0(w11) + (w3 + smallSigma1(w8));
    w11 += smallSigma0(w12) + (w4 + smallSigma1(w9));
    w12 += smallSigma0(w13) + (w5 + smallSigma1(w10));
    w13 += smallSigma0(w14) + (w6 + smallSigma1(w11));
    w14 += smallSigma0(w15) + (w7 + smallSigma1(w12));
    w15 += smallSigma0(w0) + (w8 + smallSigma1(w13));
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
  return y ^ ((x ^ y) & (y ^ z));
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
