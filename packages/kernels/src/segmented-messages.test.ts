import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import { cutIntoMessages, drawMessages } from './segmented-messages.ts';

describe('drawn messages', () => {
  it('begin with the openings: texts as they are, and random bytes of the given lengths', () => {
    const { messages, boundaries } = drawMessages(8, 100, ['', 'abc', 5, 'déf'], seededRandom(1));
    expect([...boundaries.subarray(0, 5)]).toStrictEqual([0, 0, 3, 8, 12]);
    expect(new TextDecoder().decode(messages.subarray(0, 3))).toBe('abc');
    expect(new TextDecoder().decode(messages.subarray(8, 12))).toBe('déf');
  });

  it('leave out the openings that do not fit, for which a last message must be left too', () => {
    const openings = ['abc', 5, 'def'];
    expect([...drawMessages(2, 100, openings, seededRandom(1)).boundaries]).toStrictEqual([0, 3, 100]);
    expect([...drawMessages(3, 7, openings, seededRandom(1)).boundaries.subarray(0, 2)]).toStrictEqual([
      0, 3,
    ]);
    expect([...drawMessages(1, 2, openings, seededRandom(1)).boundaries]).toStrictEqual([0, 2]);
  });

  it('have as many messages and bytes as asked for, with ascending boundaries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(3000), fc.integer(), (count, bytes, seed) => {
        const { messages, boundaries } = drawMessages(count, bytes, ['abc', 64], seededRandom(seed));
        expect(messages).toHaveLength(bytes);
        expect(boundaries).toHaveLength(count + 1);
        expect(boundaries.toSorted()).toStrictEqual(boundaries);
        expect([boundaries[0], boundaries[count]]).toStrictEqual([0, bytes]);
      }),
    );
  });

  it('have all bytes about equally often', () => {
    const { messages } = drawMessages(1, 256_000, [], seededRandom(1));
    const counts = new Uint32Array(256);
    for (const byte of messages) counts[byte]!++;
    // Six standard deviations around 1000.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(190);
  });
});

describe('a file', () => {
  it.each([
    [0, [0, 0]],
    [1, [0, 1]],
    [65_536, [0, 65_536]],
    [65_537, [0, 65_536, 65_537]],
  ])('of %i bytes is cut into messages of 64 KiB', (length, expected) => {
    const { messages, boundaries, count } = cutIntoMessages(new Uint8Array(length));
    expect(messages).toHaveLength(length);
    expect([...boundaries]).toStrictEqual(expected);
    expect(count).toBe(expected.length - 1);
  });

  it('may come as a part of a Buffer', () => {
    const { messages } = cutIntoMessages(Buffer.from('abcdef').subarray(1, 4));
    expect(messages).toStrictEqual(new TextEncoder().encode('bcd'));
  });
});
