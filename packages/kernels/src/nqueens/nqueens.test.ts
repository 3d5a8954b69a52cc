import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernel } from './kernel.ts';
import { nqueens } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const solutions: Readonly<Record<string, number>> = vectors.solutions;

function count(size: number): Uint32Array {
  const counts = new Uint32Array(size * size);
  nqueens(size, counts, 0, size * size);
  return counts;
}

/** Counts without bit masks: places row by row and compares with every queen so far. */
function countPlainly(size: number, placed: readonly number[]): number {
  if (placed.length === size) return 1;
  let total = 0;
  for (let column = 0; column < size; column++) {
    const safe = placed.every((other, row) => {
      const distance = Math.abs(other - column);
      return distance !== 0 && distance !== placed.length - row;
    });
    if (safe) total += countPlainly(size, [...placed, column]);
  }
  return total;
}

describe('nqueens', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('%i queens have as many solutions as OEIS says', (size) => {
    expect(kernel.digest({ counts: count(size) }, { size })).toBe(String(solutions[size]));
  });

  it('the workloads expect what OEIS says', () => {
    for (const { parameters, digest } of Object.values(kernel.workloads)) {
      expect(digest).toBe(String(solutions[parameters['size']!]));
    }
  });

  it('mirrored placements have equally many solutions', () => {
    const counts = count(9);
    expect(counts.toReversed()).toStrictEqual(counts);
  });

  it('every item counts the solutions that begin with its two queens', () => {
    const counts = count(7);
    counts.forEach((solutionsOfItem, item) => {
      const [column0, column1] = [Math.floor(item / 7), item % 7];
      const clash = Math.abs(column0 - column1) < 2;
      expect(solutionsOfItem).toBe(clash ? 0 : countPlainly(7, [column0, column1]));
    });
  });

  it('splitting the items never changes the counts, and a chunk writes only its own', () => {
    const whole = count(8);
    fc.assert(
      fc.property(fc.nat(64), fc.nat(64), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const counts = new Uint32Array(64).fill(9999);
        const expected = counts.slice();
        expected.set(whole.subarray(start, end), start);
        nqueens(8, counts, start, end);
        expect(counts).toStrictEqual(expected);
      }),
    );
  });
});
