import { INITIAL_STATE, ROUND_CONSTANTS } from './params.ts';

const K = Int32Array.from(ROUND_CONSTANTS);
const state = new Int32Array(8);
/** The last one or two blocks of a message: what is left of it, and the padding. */
const tail = new Uint8Array(128);
const tailBlocks = new DataView(tail.buffer);

export function sha256(
  messages: Uint8Array,
  boundaries: Uint32Array,
  digests: Uint8Array,
  start: number,
  end: number,
): void {
  const blocks = new DataView(messages.buffer, messages.byteOffset, messages.byteLength);
  const output = new DataView(digests.buffer, digests.byteOffset, digests.byteLength);
  for (let item = start; item < end; item++) {
    const from = boundaries[item]!;
    const to = boundaries[item + 1]!;
    state.set(INITIAL_STATE);
    let block = from;
    for (; block + 64 <= to; block += 64) compress(blocks, block);
    const tailLength = pad(messages, block, to, to - from);
    for (let offset = 0; offset < tailLength; offset += 64) compress(tailBlocks, offset);
    for (let word = 0; word < 8; word++) output.setInt32(item * 32 + word * 4, state[word]!);
  }
}

/** Fills the tail (5.1.1): the rest `[from, to)` of a message of that length, a 1 bit, zeros, the length in bits. */
function pad(messages: Uint8Array, from: number, to: number, length: number): number {
  const rest = to - from;
  const tailLength = rest < 56 ? 64 : 128;
  tail.fill(0);
  for (let i = 0; i < rest; i++) tail[i] = messages[from + i]!;
  tail[rest] = 0x80;
  tailBlocks.setUint32(tailLength - 8, length >>> 29);
  tailBlocks.setUint32(tailLength - 4, length << 3);
  return tailLength;
}

/**
 * Mixes one block into the state (6.2.2). A word of the schedule takes the place of the one 16 before it, the last
 * that needs it, so that all fit in variables. In a round only d and h change; the letters move on in the text.
 */
function compress(blocks: DataView, block: number): void {
  let w0 = blocks.getInt32(block);
  let w1 = blocks.getInt32(block + 4);
  let w2 = blocks.getInt32(block + 8);
  let w3 = blocks.getInt32(block + 12);
  let w4 = blocks.getInt32(block + 16);
  let w5 = blocks.getInt32(block + 20);
  let w6 = blocks.getInt32(block + 24);
  let w7 = blocks.getInt32(block + 28);
  let w8 = blocks.getInt32(block + 32);
  let w9 = blocks.getInt32(block + 36);
  let w10 = blocks.getInt32(block + 40);
  let w11 = blocks.getInt32(block + 44);
  let w12 = blocks.getInt32(block + 48);
  let w13 = blocks.getInt32(block + 52);
  let w14 = blocks.getInt32(block + 56);
  let w15 = blocks.getInt32(block + 60);
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; ; t += 16) {
    h = sum(sum(h, sum(K[t]!, w0)), sum(bigSigma1(e), choose(e, f, g)));
    d = sum(d, h);
    h = sum(h, sum(bigSigma0(a), majority(a, b, c)));
    g = sum(sum(g, sum(K[t + 1]!, w1)), sum(bigSigma1(d), choose(d, e, f)));
    c = sum(c, g);
    g = sum(g, sum(bigSigma0(h), majority(h, a, b)));
    f = sum(sum(f, sum(K[t + 2]!, w2)), sum(bigSigma1(c), choose(c, d, e)));
    b = sum(b, f);
    f = sum(f, sum(bigSigma0(g), majority(g, h, a)));
    e = sum(sum(e, sum(K[t + 3]!, w3)), sum(bigSigma1(b), choose(b, c, d)));
    a = sum(a, e);
    e = sum(e, sum(bigSigma0(f), majority(f, g, h)));
    d = sum(sum(d, sum(K[t + 4]!, w4)), sum(bigSigma1(a), choose(a, b, c)));
    h = sum(h, d);
    d = sum(d, sum(bigSigma0(e), majority(e, f, g)));
    c = sum(sum(c, sum(K[t + 5]!, w5)), sum(bigSigma1(h), choose(h, a, b)));
    g = sum(g, c);
    c = sum(c, sum(bigSigma0(d), majority(d, e, f)));
    b = sum(sum(b, sum(K[t + 6]!, w6)), sum(bigSigma1(g), choose(g, h, a)));
    f = sum(f, b);
    b = sum(b, sum(bigSigma0(c), majority(c, d, e)));
    a = sum(sum(a, sum(K[t + 7]!, w7)), sum(bigSigma1(f), choose(f, g, h)));
    e = sum(e, a);
    a = sum(a, sum(bigSigma0(b), majority(b, c, d)));
    h = sum(sum(h, sum(K[t + 8]!, w8)), sum(bigSigma1(e), choose(e, f, g)));
    d = sum(d, h);
    h = sum(h, sum(bigSigma0(a), majority(a, b, c)));
    g = sum(sum(g, sum(K[t + 9]!, w9)), sum(bigSigma1(d), choose(d, e, f)));
    c = sum(c, g);
    g = sum(g, sum(bigSigma0(h), majority(h, a, b)));
    f = sum(sum(f, sum(K[t + 10]!, w10)), sum(bigSigma1(c), choose(c, d, e)));
    b = sum(b, f);
    f = sum(f, sum(bigSigma0(g), majority(g, h, a)));
    e = sum(sum(e, sum(K[t + 11]!, w11)), sum(bigSigma1(b), choose(b, c, d)));
    a = sum(a, e);
    e = sum(e, sum(bigSigma0(f), majority(f, g, h)));
    d = sum(sum(d, sum(K[t + 12]!, w12)), sum(bigSigma1(a), choose(a, b, c)));
    h = sum(h, d);
    d = sum(d, sum(bigSigma0(e), majority(e, f, g)));
    c = sum(sum(c, sum(K[t + 13]!, w13)), sum(bigSigma1(h), choose(h, a, b)));
    g = sum(g, c);
    c = sum(c, sum(bigSigma0(d), majority(d, e, f)));
    b = sum(sum(b, sum(K[t + 14]!, w14)), sum(bigSigma1(g), choose(g, h, a)));
    f = sum(f, b);
    b = sum(b, sum(bigSigma0(c), majority(c, d, e)));
    a = sum(sum(a, sum(K[t + 15]!, w15)), sum(bigSigma1(f), choose(f, g, h)));
    e = sum(e, a);
    a = sum(a, sum(bigSigma0(b), majority(b, c, d)));
    if (t === 48) break;
    w0 = sum(sum(w0, smallSigma0(w1)), sum(w9, smallSigma1(w14)));
    w1 = sum(sum(w1, smallSigma0(w2)), sum(w10, smallSigma1(w15)));
    w2 = sum(sum(w2, smallSigma0(w3)), sum(w11, smallSigma1(w0)));
    w3 = sum(sum(w3, smallSigma0(w4)), sum(w12, smallSigma1(w1)));
    w4 = sum(sum(w4, smallSigma0(w5)), sum(w13, smallSigma1(w2)));
    w5 = sum(sum(w5, smallSigma0(w6)), sum(w14, smallSigma1(w3)));
    w6 = sum(sum(w6, smallSigma0(w7)), sum(w15, smallSigma1(w4)));
    w7 = sum(sum(w7, smallSigma0(w8)), sum(w0, smallSigma1(w5)));
    w8 = sum(sum(w8, smallSigma0(w9)), sum(w1, smallSigma1(w6)));
    w9 = sum(sum(w9, smallSigma0(w10)), sum(w2, smallSigma1(w7)));
    w10 = sum(sum(w10, smallSigma0(w11)), sum(w3, smallSigma1(w8)));
    w11 = sum(sum(w11, smallSigma0(w12)), sum(w4, smallSigma1(w9)));
    w12 = sum(sum(w12, smallSigma0(w13)), sum(w5, smallSigma1(w10)));
    w13 = sum(sum(w13, smallSigma0(w14)), sum(w6, smallSigma1(w11)));
    w14 = sum(sum(w14, smallSigma0(w15)), sum(w7, smallSigma1(w12)));
    w15 = sum(sum(w15, smallSigma0(w0)), sum(w8, smallSigma1(w13)));
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

/** Sum modulo 2³². Sums of more than two terms would make V8 watch for results of more than 53 bits. */
function sum(x: number, y: number): number {
  return (x + y) | 0;
}

// The six functions of section 4.1.2.

function choose(x: number, y: number, z: number): number {
  return z ^ (x & (y ^ z));
}

function majority(x: number, y: number, z: number): number {
  return y ^ ((x ^ y) & (y ^ z));
}

function bigSigma0(x: number): number {
  return rotateRight(x, 2) ^ rotateRight(x, 13) ^ rotateRight(x, 22);
}

function bigSigma1(x: number): number {
  return rotateRight(x, 6) ^ rotateRight(x, 11) ^ rotateRight(x, 25);
}

function smallSigma0(x: number): number {
  return rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
}

function smallSigma1(x: number): number {
  return rotateRight(x, 17) ^ rotateRight(x, 19) ^ (x >>> 10);
}

function rotateRight(x: number, bits: number): number {
  return (x >>> bits) | (x << (32 - bits));
}
