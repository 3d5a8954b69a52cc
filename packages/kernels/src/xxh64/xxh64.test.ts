import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { xxh64 } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const PRIME_32 = 2_654_435_761;
const PRIME_64 = 11_400_714_785_074_694_797n;

/** The first bytes of the buffer on which the reference implementation tests itself. */
function testBuffer(length: number): Uint8Array {
  let state = BigInt(PRIME_32);
  return Uint8Array.from({ length }, () => {
    const byte = Number(state >> 56n);
    state = BigInt.asUintN(64, state * PRIME_64);
    return byte;
  });
}

/** The hashes of some messages, in hexadecimal. */
function hashesOf(texts: readonly Uint8Array[], seed = 0): readonly string[] {
  const boundaries = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => (boundaries[i + 1] = boundaries[i]! + text.length));
  const messages = new Uint8Array(boundaries[texts.length]!);
  texts.forEach((text, i) => messages.set(text, boundaries[i]));
  const hashes = new Uint8Array(8 * texts.length);
  xxh64(seed, messages, boundaries, hashes, 0, texts.length);
  return texts.map((_, i) => hashes.subarray(8 * i, 8 * (i + 1)).toHex());
}

function wrap(x: bigint): bigint {
  return BigInt.asUintN(64, x);
}

function rotate(x: bigint, bits: bigint): bigint {
  return wrap(x << bits) | (x >> (64n - bits));
}

/** The specification word by word, on integers of any size. */
function bySpecification(text: Uint8Array, hashSeed: number): string {
  const [p1, p2, p3, p4, p5] = [
    0x9e3779b185ebca87n,
    0xc2b2ae3d27d4eb4fn,
    0x165667b19e3779f9n,
    0x85ebca77c2b2ae63n,
    0x27d4eb2f165667c5n,
  ] as const;
  const round = (acc: bigint, lane: bigint): bigint => wrap(rotate(wrap(acc + lane * p2), 31n) * p1);
  const view = new DataView(text.buffer, text.byteOffset, text.length);
  const seed = BigInt(hashSeed);
  let acc = wrap(seed + p5);
  let at = 0;
  if (text.length >= 32) {
    const accs = [wrap(seed + p1 + p2), wrap(seed + p2), seed, wrap(seed - p1)];
    for (; at + 32 <= text.length; at += 32) {
      accs.forEach((value, i) => (accs[i] = round(value, view.getBigUint64(at + 8 * i, true))));
    }
    acc = wrap(accs.reduce((sum, value, i) => sum + rotate(value, [1n, 7n, 12n, 18n][i]!), 0n));
    for (const value of accs) acc = wrap((acc ^ round(0n, value)) * p1 + p4);
  }
  acc = wrap(acc + BigInt(text.length));
  for (; at + 8 <= text.length; at += 8) {
    acc = wrap(rotate(acc ^ round(0n, view.getBigUint64(at, true)), 27n) * p1 + p4);
  }
  for (; at + 4 <= text.length; at += 4) {
    acc = wrap(rotate(acc ^ wrap(BigInt(view.getUint32(at, true)) * p1), 23n) * p2 + p3);
  }
  for (; at < text.length; at++) acc = wrap(rotate(acc ^ wrap(BigInt(text[at]!) * p5), 11n) * p1);
  acc = wrap((acc ^ (acc >> 33n)) * p2);
  acc = wrap((acc ^ (acc >> 29n)) * p3);
  return (acc ^ (acc >> 32n)).toString(16).padStart(16, '0');
}

describe('xxh64', () => {
  it.each(vectors.published.hashes)(
    '$length bytes with seed $seed have the hash of the reference implementation',
    ({ length, seed, hash }) => {
      expect(hashesOf([testBuffer(length)], seed)).toStrictEqual([hash]);
      expect(bySpecification(testBuffer(length), seed)).toBe(hash);
    },
  );

  it('messages of 0 to 200 bytes have the hashes that xxhsum gave', () => {
    const texts = vectors.prefixes.hashes.map((_, length) => testBuffer(length));
    expect(texts).toHaveLength(201);
    expect(hashesOf(texts)).toStrictEqual(vectors.prefixes.hashes);
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the digest that xxhsum gave', (name) => {
    const { parameters, seed } = kernel.workloads[name];
    const { messages, boundaries } = kernel.generate(parameters, seededRandom(seed));
    const hashes = new Uint8Array(8 * parameters['count']!);
    xxh64(0, messages as Uint8Array, boundaries as Uint32Array, hashes, 0, parameters['count']!);
    expect(kernel.digest({ hashes }, parameters)).toBe(vectors.workloads[name]);
    expect(kernel.workloads[name].digest).toBe(vectors.workloads[name]);
  });

  it('any messages have the hashes of the specification, with any seed', () => {
    const message = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      // All bits set make every carry happen.
      fc.nat(100).map((length) => new Uint8Array(length).fill(255)),
    );
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 8 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (texts, seed) => {
          expect(hashesOf(texts, seed)).toStrictEqual(texts.map((text) => bySpecification(text, seed)));
        },
      ),
    );
  });

  it('splitting the messages never changes the hashes, and a chunk writes only its own', () => {
    const { messages, boundaries } = kernel.generate(
      { count: 20, bytes: 2000, hashSeed: 0 },
      seededRandom(7),
    );
    const hash = (hashes: Uint8Array, start: number, end: number): Uint8Array => {
      xxh64(0, messages as Uint8Array, boundaries as Uint32Array, hashes, start, end);
      return hashes;
    };
    const whole = hash(new Uint8Array(160), 0, 20);
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const expected = new Uint8Array(160).fill(0xaa);
        expected.set(whole.subarray(8 * start, 8 * end), 8 * start);
        expect(hash(new Uint8Array(160).fill(0xaa), start, end)).toStrictEqual(expected);
      }),
    );
  });

  it('a file is hashed in pieces of 64 KiB, with the seed that was asked for', () => {
    const file = Buffer.alloc(65_536 + 3, 'abc');
    const { inputs, parameters } = kernel.read!(file, { count: 1, bytes: 0, hashSeed: 5 });
    expect(parameters).toStrictEqual({ count: 2, bytes: 65_539, hashSeed: 5 });
    const hashes = new Uint8Array(16);
    xxh64(5, inputs['messages'] as Uint8Array, inputs['boundaries'] as Uint32Array, hashes, 0, 2);
    const pieces = [file.subarray(0, 65_536), file.subarray(65_536)];
    expect(hashes.toHex()).toBe(pieces.map((piece) => bySpecification(piece, 5)).join(''));
  });
});
