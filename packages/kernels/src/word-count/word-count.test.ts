import { isStringOneByteRepresentation } from 'node:v8';
import { layOut } from '@crossover/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { decodeStrings, encodeStrings } from './encoding.ts';
import { kernel } from './kernel.ts';
import { drawStrings, OPENINGS } from './strings.ts';
import { wordCount, wordCountOfStrings } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };
import type { EncodedStrings } from './encoding.ts';

/** Anything that JavaScript calls a string, with much white space and half surrogate pairs, in one byte or in two. */
const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(' ', '\t', '\n', '\v', '\f', '\r', 'a', '\0', '\u001f', '\u0085', '\u00a0'),
  }),
  fc.string({
    unit: fc.constantFrom(' ', 'é', 'ж', '字', '\u3000', '\u{1F600}', '\uD83D', '\uDE00', '\uFEFF'),
  }),
  fc.string({ minLength: 30, maxLength: 35, unit: fc.constantFrom('a', ' ', 'é') }),
);
const anyStrings = fc.array(anyString, { maxLength: 12 });

function encoded(strings: readonly string[]): EncodedStrings {
  const bytes = strings.reduce((sum, string) => sum + Buffer.byteLength(string), 0);
  const place = { text: new Uint8Array(bytes), boundaries: new Uint32Array(strings.length + 1) };
  encodeStrings(strings, place);
  return place;
}

function countsOfBytes({ text, boundaries }: EncodedStrings): readonly number[] {
  const counts = new Uint32Array(boundaries.length - 1);
  wordCount(text, boundaries, counts, 0, counts.length);
  return [...counts];
}

function countsOfStrings(strings: readonly string[]): readonly number[] {
  const counts = new Uint32Array(strings.length);
  wordCountOfStrings(strings, counts, 0, strings.length);
  return [...counts];
}

/** A file as the strings that it is read into. */
function read(bytes: Uint8Array): readonly string[] {
  const file = kernel.read!(bytes, { strings: 1, longest: 0 });
  expect(layOut(kernel, file.parameters, file.inputs).items).toBe(file.parameters['strings']);
  const strings = kernel.held!.decode(file.inputs);
  expect(encoded(strings).boundaries).toStrictEqual(file.inputs['boundaries']);
  return strings;
}

describe('word-count', () => {
  it('the published examples have as many words as they should', () => {
    const texts = vectors.examples.map(({ text }) => text);
    const published = vectors.examples.map(({ words }) => words);
    expect(countsOfStrings(texts)).toStrictEqual(published);
    expect(countsOfBytes(encoded(texts))).toStrictEqual(published);
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the digest that Python gave', (name) => {
    const { parameters, seed } = kernel.workloads[name];
    const inputs = kernel.generate(parameters, seededRandom(seed));
    const strings = kernel.held!.decode(inputs);
    for (const counts of [countsOfStrings(strings), countsOfBytes(encoded(strings))]) {
      const digest = kernel.digest({ counts: Uint32Array.from(counts) }, parameters);
      expect(digest).toBe(vectors.workloads[name]);
    }
    expect(kernel.workloads[name].digest).toBe(vectors.workloads[name]);
  });

  it('strings and their bytes have the same words, and a regular expression finds no others', () => {
    fc.assert(
      fc.property(anyStrings, (strings) => {
        const expected = strings.map((string) => string.match(/[^ \t\n\v\f\r]+/g)?.length ?? 0);
        expect(countsOfStrings(strings)).toStrictEqual(expected);
        expect(countsOfBytes(encoded(strings))).toStrictEqual(expected);
      }),
    );
  });

  it('a very long string has its words, whether V8 stores it in one byte or in two', () => {
    for (const [word, oneByte] of [
      ['déjà', true],
      ['字\u{1F600}', false],
    ] as const) {
      const string = `${word} \n`.repeat(500_000);
      expect(isStringOneByteRepresentation(string)).toBe(oneByte);
      expect(countsOfStrings([string])).toStrictEqual([500_000]);
      expect(countsOfBytes(encoded([string]))).toStrictEqual([500_000]);
    }
  });

  it('splitting the strings never changes the counts, and a chunk writes only its own', () => {
    const inputs = drawStrings(30, 300, seededRandom(7));
    const strings = decodeStrings(inputs);
    const whole = countsOfStrings(strings);
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const expected = new Uint32Array(30).fill(77);
        expected.set(whole.slice(start, end), start);
        const ofBytes = new Uint32Array(30).fill(77);
        wordCount(inputs.text, inputs.boundaries, ofBytes, start, end);
        const ofStrings = new Uint32Array(30).fill(77);
        wordCountOfStrings(strings, ofStrings, start, end);
        expect([ofBytes, ofStrings]).toStrictEqual([expected, expected]);
      }),
    );
  });
});

describe('encoding', () => {
  it('gives the bytes that TextEncoder gives, half surrogate pairs as U+FFFD, in shared memory too', () => {
    fc.assert(
      fc.property(anyStrings, (strings) => {
        const expected = strings.map((string) => new TextEncoder().encode(string));
        const bytes = expected.reduce((sum, { length }) => sum + length, 0);
        const text = new Uint8Array(new SharedArrayBuffer(bytes + 8), 8);
        const boundaries = new Uint32Array(new SharedArrayBuffer(4 * (strings.length + 1)));
        encodeStrings(strings, { text, boundaries });
        const parts = strings.map((_, i) => text.slice(boundaries[i], boundaries[i + 1]));
        expect(parts.map((part) => part.toHex())).toStrictEqual(expected.map((part) => part.toHex()));
      }),
    );
  });

  it('is undone by decoding, but for half surrogate pairs', () => {
    fc.assert(
      fc.property(anyStrings, (strings) => {
        expect(decodeStrings(encoded(strings))).toStrictEqual(strings.map((string) => string.toWellFormed()));
      }),
    );
  });
});

describe('a workload', () => {
  const { parameters, seed } = kernel.workloads.smoke;
  const inputs = kernel.generate(parameters, seededRandom(seed));
  const strings = kernel.held!.decode(inputs);

  it('begins with the openings, and has as many strings as asked for', () => {
    expect(strings.slice(0, OPENINGS.length)).toStrictEqual(OPENINGS);
    expect(strings).toHaveLength(500);
  });

  it('has empty, short and long strings of all widths, in both of V8’s representations', () => {
    const lengths = strings.map((string) => Buffer.byteLength(string));
    expect(lengths.filter((length) => length === 0).length).toBeGreaterThan(5);
    expect(lengths.filter((length) => length > 0 && length < 16).length).toBeGreaterThan(50);
    expect(lengths.filter((length) => length > 2048).length).toBeGreaterThan(5);
    const ofOneByte = strings.filter(isStringOneByteRepresentation).filter((string) => string !== '');
    expect(ofOneByte.length).toBeGreaterThan(100);
    expect(strings.length - ofOneByte.length).toBeGreaterThan(100);
    expect(ofOneByte.some((string) => /[\u0080-\u00FF]/.test(string))).toBe(true);
    for (const width of [/[А-я]/, /[一-鿿]/, /[\u{1F600}-\u{1F63F}]/u]) {
      expect(strings.filter((string) => width.test(string)).length).toBeGreaterThan(9);
    }
  });

  it('is encoded into exactly the bytes that it was made of, whatever its parameters are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(200), fc.integer(), (count, longest, number) => {
        const drawn = drawStrings(count, longest, seededRandom(number));
        expect(drawn.boundaries).toHaveLength(count + 1);
        expect(encoded(decodeStrings(drawn))).toStrictEqual({
          text: drawn.text.slice(),
          boundaries: drawn.boundaries,
        });
      }),
    );
  });
});

describe('a file', () => {
  it('keeps its text, and is cut behind white space into strings of up to 64 KiB', () => {
    const text = '\uFEFFfaçade, 字 and \u{1F600}\r\n'.repeat(10_000);
    const strings = read(Buffer.from(text));
    expect(strings.join('')).toBe(text);
    for (const string of strings.slice(0, -1)) {
      expect(Buffer.byteLength(string)).toBeGreaterThan(65_500);
      expect(Buffer.byteLength(string)).toBeLessThanOrEqual(65_536);
      expect(string).toMatch(/\s$/);
    }
  });

  it('that is one long word is cut between characters', () => {
    const strings = read(Buffer.from(`a${'字'.repeat(50_000)}`));
    expect(strings.map((string) => Buffer.byteLength(string))).toStrictEqual([65_536, 65_535, 18_930]);
  });

  it('that is empty is one empty string', () => {
    expect(read(new Uint8Array())).toStrictEqual(['']);
  });

  it('may hold any bytes; those that are no UTF-8 become U+FFFD, also where it is decoded in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        expect(read(bytes).join('')).toBe(decoder.decode(bytes));
      }),
    );
    const large = Buffer.from(`${'字'.repeat(2 ** 20 / 3)}字`);
    large[0] = 0xff;
    expect(read(large).join('')).toBe(large.toString());
  });
});
