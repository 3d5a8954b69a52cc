import { INITIAL_STATE, ROUND_CONSTANTS } from './params.ts';

const K = Int32Array.from(ROUND_CONSTANTS);
const schedule = new Int32Array(64);
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

/** Mixes one block into the state (6.2.2). */
function compress(blocks: DataView, block: number): void {
  for (let t = 0; t < 16; t++) schedule[t] = blocks.getInt32(block + t * 4);
  for (let t = 16; t < 64; t++) {
    const s0 = smallSigma0(schedule[t - 15]!);
    const s1 = smallSigma1(schedule[t - 2]!);
    schedule[t] = (schedule[t - 16]! + s0 + schedule[t - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const t1 = (h + bigSigma1(e) + choose(e, f, g) + K[t]! + schedule[t]!) | 0;
    const t2 = (bigSigma0(a) + majority(a, b, c)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
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

// The six functions of section 4.1.2.

function choose(x: number, y: number, z: number): number {
  return z ^ (x & (y ^ z));
}

function majority(x: number, y: number, z: number): number {
  return (x & y) | (z & (x | y));
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
