import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernel } from './kernel.ts';
import { multiply, multiplyTransposed } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const functions: Readonly<Record<string, typeof multiply>> = { multiply, multiplyTransposed };

/** Runs all passes of the spec, and gives the digest. */
function solve(size: number): string {
  const region = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const views = { ones: new Float64Array(size).fill(1), u: region(), v: region(), tmp: region() };
  const at = (name: string): Float64Array => views[name as keyof typeof views];
  for (const { name, reads, writes } of kernel.passes) {
    functions[name]!(size, at(reads[0]!.region), at(writes[0]!), 0, size);
  }
  return kernel.digest(views, { size });
}

/** An element of the matrix, by its definition. */
function element(i: number, j: number): number {
  return 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);
}

/** The matrix times a vector, by its definition. */
function product(vector: readonly number[], transposed: boolean): readonly number[] {
  return vector.map((_, i) =>
    vector.reduce((sum, value, j) => sum + value * (transposed ? element(j, i) : element(i, j)), 0),
  );
}

const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('spectral-norm', () => {
  it.each(['100', '2000'] as const)('the norm for n = %s is the published one', (size) => {
    expect(solve(Number(size)).split(' ')[0]).toBe(vectors.published[size]);
  });

  it.each(['smoke', 'small', 'medium'] as const)('the %s workload has the components of NumPy', (name) => {
    expect(solve(kernel.workloads[name].parameters['size']!)).toBe(vectors.workloads[name]);
  });

  it.each(['smoke', 'small', 'medium', 'large'] as const)(
    'the %s workload expects what NumPy says',
    (name) => {
      expect(kernel.workloads[name].digest).toBe(vectors.workloads[name]);
    },
  );

  it('the matrix begins as published', () => {
    const first = product([1, 0, 0], true);
    expect(first).toEqual([1, 1 / 2, 1 / 4]);
    expect(product([1, 0, 0], false)).toEqual([1, 1 / 3, 1 / 6]);
  });

  it.each([
    ['multiply', false],
    ['multiplyTransposed', true],
  ] as const)('%s gives the products of the rows by their definition', (name, transposed) => {
    fc.assert(
      fc.property(vector, (values) => {
        const actual = new Float64Array(values.length);
        functions[name]!(values.length, Float64Array.from(values), actual, 0, values.length);
        product(values, transposed).forEach((expected, i) => expect(actual[i]).toBeCloseTo(expected, 12));
      }),
    );
  });

  it('every pass reads what the one before wrote, except the first', () => {
    const [first, ...others] = kernel.passes;
    expect(first!.reads).toEqual([{ region: 'ones', span: 'all' }]);
    others.forEach((pass, index) => expect(pass.reads[0]!.region).toBe(kernel.passes[index]!.writes[0]));
  });

  it('the digest shows a change in the last row, which the norm does not', () => {
    const [u, v] = [new Float64Array(1000).fill(5), new Float64Array(1000).fill(4)];
    const before = kernel.digest({ u, v, tmp: u }, { size: 1000 });
    u[999]! += 1e-3;
    v[999]! -= 1e-3;
    const after = kernel.digest({ u, v, tmp: u }, { size: 1000 });
    expect(after.split(' ')[1]).not.toBe(before.split(' ')[1]);
  });

  it('splitting the rows never changes the product, and a chunk writes only its own', () => {
    const values = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i));
    const whole = new Float64Array(30);
    multiply(30, values, whole, 0, 30);
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const part = new Float64Array(30).fill(7);
        const expected = part.slice();
        expected.set(whole.subarray(start, end), start);
        multiply(30, values, part, start, end);
        expect(part).toStrictEqual(expected);
      }),
    );
  });
});
