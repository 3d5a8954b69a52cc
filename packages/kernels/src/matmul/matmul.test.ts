import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { matmul } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

/** The matrix that both inputs of a workload are. */
function input(size: number): Float64Array {
  return kernel.generate({ size }, seededRandom(1))['a'] as Float64Array;
}

function product(size: number, a: Float64Array, b: Float64Array): Float64Array {
  const c = new Float64Array(size * size).fill(Number.NaN);
  matmul(size, a, b, c, 0, size);
  return c;
}

/** An element of the product of the input with itself, as scripts/reference/matmul.py derives it. */
function closedForm(size: number, i: number, j: number): number {
  const squares = ((size - 1) * size * (2 * size - 1)) / 6;
  const fourths = (squares * (3 * size * size - 3 * size - 1)) / 5;
  return ((i * i + j * j) * squares - size * i * i * j * j - fourths) / size ** 4;
}

const squareMatrices = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc.tuple(
      ...[0, 1].map(() =>
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: size * size, maxLength: size * size }),
      ),
    ),
  );

describe('matmul', () => {
  it.each(['smoke', 'small', 'medium'] as const)(
    'the %s workload has the elements of the closed form',
    (name) => {
      const size = kernel.workloads[name].parameters['size']!;
      const a = input(size);
      expect(kernel.digest({ c: product(size, a, a) }, { size })).toBe(vectors.workloads[name]);
    },
  );

  it.each(['smoke', 'small', 'medium', 'large'] as const)(
    'the %s workload expects the closed form',
    (name) => {
      expect(kernel.workloads[name].digest).toBe(vectors.workloads[name]);
    },
  );

  it('the closed form gives the published middle element', () => {
    const { size, middle } = vectors.published;
    expect(closedForm(size, size / 2, size / 2)).toBeCloseTo(middle, 9);
  });

  it('every element is that of the closed form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
        const a = input(size);
        product(size, a, a).forEach((element, index) => {
          expect(element).toBeCloseTo(closedForm(size, Math.floor(index / size), index % size), 10);
        });
      }),
    );
  });

  it('every element is the sum over k, in ascending order', () => {
    fc.assert(
      fc.property(squareMatrices, ([first = [], second = []]) => {
        const size = Math.sqrt(first.length);
        // Tenths are not exact, so another order would give other bits.
        const [a, b] = [first, second].map((values) => Float64Array.from(values, (value) => value / 10));
        product(size, a!, b!).forEach((element, index) => {
          const [i, j] = [Math.floor(index / size), index % size];
          let sum = 0;
          for (let k = 0; k < size; k++) sum += a![i * size + k]! * b![k * size + j]!;
          expect(element).toBe(sum);
        });
      }),
    );
  });

  it('the digest shows a change in any element', () => {
    const c = product(60, input(60), input(60));
    const before = kernel.digest({ c }, { size: 60 });
    c[3599]! += 0.002;
    expect(kernel.digest({ c }, { size: 60 })).not.toBe(before);
  });

  it('splitting the rows never changes the product, and a chunk writes only its own', () => {
    const a = input(9);
    const whole = product(9, a, a);
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), (x, y) => {
        const [start, end] = [Math.min(x, y), Math.max(x, y)];
        const c = new Float64Array(81).fill(7);
        const expected = c.slice();
        expected.set(whole.subarray(start * 9, end * 9), start * 9);
        matmul(9, a, a, c, start, end);
        expect(c).toStrictEqual(expected);
      }),
    );
  });
});
