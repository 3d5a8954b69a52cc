import { createHash } from 'node:crypto';
import { layOut } from '@crossover/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { drawMessages } from '../segmented-messages.ts';
import { kernel } from './kernel.ts';
import { EXAMPLES, OPENINGS } from './openings.ts';
import { sha256 } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

/** The digests of some messages, in hexadecimal. */
function digestsOf(texts: readonly Uint8Array[]): readonly string[] {
  const boundaries = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => (boundaries[i + 1] = boundaries[i]! + text.length));
  const messages = new Uint8Array(boundaries[texts.length]!);
  texts.forEach((text, i) => messages.set(text, boundaries[i]));
  const digests = new Uint8Array(32 * texts.length);
  sha256(messages, boundaries, digests, 0, texts.length);
  return texts.map((_, i) => digests.subarray(32 * i, 32 * (i + 1)).toHex());
}

function byOpenssl(text: Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('sha256', () => {
  it('the published messages have their published digests', () => {
    const texts = vectors.messages.map(({ text, times }) => new TextEncoder().encode(text.repeat(times)));
    expect(digestsOf(texts)).toStrictEqual(vectors.messages.map(({ digest }) => digest));
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the digest that sha256sum gave', (name) => {
    const { parameters, seed } = kernel.workloads[name];
    const { messages, boundaries } = kernel.generate(parameters, seededRandom(seed));
    const digests = new Uint8Array(32 * parameters['count']!);
    sha256(messages as Uint8Array, boundaries as Uint32Array, digests, 0, parameters['count']!);
    expect(kernel.digest({ digests }, parameters)).toBe(vectors.workloads[name]);
    expect(kernel.workloads[name].digest).toBe(vectors.workloads[name]);
  });

  it('messages of every length around the block size have the digests that OpenSSL gives', () => {
    const texts = Array.from({ length: 200 }, (_, length) => new Uint8Array(length).fill(length));
    expect(digestsOf(texts)).toStrictEqual(texts.map(byOpenssl));
  });

  it('any messages have the digests that OpenSSL gives', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (texts) => {
        expect(digestsOf(texts)).toStrictEqual(texts.map(byOpenssl));
      }),
    );
  });

  it('splitting the messages never changes the digests, and a chunk writes only its own', () => {
    const { messages, boundaries } = drawMessages(20, 2000, OPENINGS, seededRandom(7));
    const whole = new Uint8Array(640);
    sha256(messages, boundaries, whole, 0, 20);
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const digests = new Uint8Array(640).fill(0xaa);
        const expected = digests.slice();
        expected.set(whole.subarray(32 * start, 32 * end), 32 * start);
        sha256(messages, boundaries, digests, start, end);
        expect(digests).toStrictEqual(expected);
      }),
    );
  });
});

describe('a workload', () => {
  it('begins with the published examples and the lengths at which padding changes', () => {
    const { parameters, seed } = kernel.workloads.smoke;
    const { messages, boundaries } = kernel.generate(parameters, seededRandom(seed));
    const texts = EXAMPLES.map((_, i) =>
      new TextDecoder().decode((messages as Uint8Array).subarray(boundaries![i], boundaries![i + 1])),
    );
    expect(texts).toStrictEqual(EXAMPLES);
    const lengths = Array.from({ length: 9 }, (_, i) => boundaries![i + 1]! - boundaries![i]!);
    expect(lengths).toStrictEqual([0, 3, 56, 112, 55, 56, 63, 64, 65]);
  });
});

describe('a file', () => {
  it('is hashed in pieces of 64 KiB', () => {
    const bytes = Buffer.alloc(65_536 + 3, 'abc');
    const { inputs, parameters } = kernel.read!(bytes, { count: 1, bytes: 0 });
    expect(layOut(kernel, parameters, inputs).items).toBe(2);
    const digests = new Uint8Array(64);
    sha256(inputs['messages'] as Uint8Array, inputs['boundaries'] as Uint32Array, digests, 0, 2);
    const pieces = [bytes.subarray(0, 65_536), bytes.subarray(65_536)];
    expect(digests.toHex()).toBe(pieces.map(byOpenssl).join(''));
  });
});
