import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernel } from './kernel.ts';
import { fannkuch } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const published: Readonly<Record<string, string>> = vectors.published;
const mostFlips: Readonly<Record<string, number | string>> = vectors.mostFlips;
const computed: Readonly<Record<string, string>> = vectors.computed;

interface Outputs {
  readonly checksums: Int32Array;
  readonly flips: Int32Array;
}

function run(size: number): Outputs {
  const items = size * (size - 1);
  const [checksums, flips] = [new Int32Array(items), new Int32Array(items)];
  fannkuch(size, checksums, flips, 0, items);
  return { checksums, flips };
}

/** The permutation with an index: its digits say how far the first `length` of them are rotated. */
function permutation(size: number, index: number): readonly number[] {
  let elements = Array.from({ length: size }, (_, i) => i);
  let rest = index;
  for (let length = size; length > 1; length--) {
    const block = factorial(length - 1);
    const digit = Math.floor(rest / block);
    rest %= block;
    elements = [...elements.slice(digit, length), ...elements.slice(0, digit), ...elements.slice(length)];
  }
  return elements;
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function flipsOf(elements: readonly number[]): number {
  const first = elements[0]!;
  if (first === 0) return 0;
  return 1 + flipsOf([...elements.slice(0, first + 1).toReversed(), ...elements.slice(first + 1)]);
}

describe('fannkuch', () => {
  it.each([7, 10])('the answer for %i elements is the published one', (size) => {
    expect(kernel.digest({ ...run(size) }, { size })).toBe(published[String(size)]);
  });

  it.each([4, 5, 6, 8, 9])('the answer for %i elements is that of NumPy', (size) => {
    expect(kernel.digest({ ...run(size) }, { size })).toBe(computed[String(size)]);
  });

  it.each([4, 5, 6, 7, 8, 9, 10])('%i elements need as many flips as OEIS says', (size) => {
    expect(Math.max(...run(size).flips)).toBe(mostFlips[String(size)]);
  });

  it('the workloads expect what is published or computed', () => {
    for (const { parameters, digest } of Object.values(kernel.workloads)) {
      const size = String(parameters['size']);
      expect(digest).toBe(published[size] ?? computed[size]);
    }
  });

  it.each([4, 5, 6])('with %i elements every block has the answers of its permutations', (size) => {
    const { checksums, flips } = run(size);
    const length = factorial(size - 2);
    checksums.forEach((checksum, item) => {
      const counts = Array.from({ length }, (_, i) => flipsOf(permutation(size, item * length + i)));
      expect(checksum).toBe(counts.reduce((sum, count, i) => (i % 2 === 0 ? sum + count : sum - count), 0));
      expect(flips[item]).toBe(Math.max(...counts));
    });
  });

  it('splitting the blocks never changes the outputs, and a chunk writes only its own', () => {
    const whole = run(6);
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const [checksums, flips] = [new Int32Array(30).fill(999), new Int32Array(30).fill(999)];
        const expected = { checksums: checksums.slice(), flips: flips.slice() };
        expected.checksums.set(whole.checksums.subarray(start, end), start);
        expected.flips.set(whole.flips.subarray(start, end), start);
        fannkuch(6, checksums, flips, start, end);
        expect({ checksums, flips }).toStrictEqual(expected);
      }),
    );
  });
});
