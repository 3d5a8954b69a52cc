import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { triad } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

type Vectors = Readonly<Record<string, Float64Array>>;

/** All vectors of a workload after an operation. */
function run(blocks: number, length: number): Vectors {
  const rubbish = (): Float64Array => new Float64Array(blocks * length).fill(Number.NaN);
  const inputs = kernel.generate({ blocks, length }, seededRandom(1)) as Vectors;
  const all: Vectors = { ...inputs, a: rubbish(), d: rubbish() };
  for (const { reads, writes } of kernel.passes) {
    triad(length, all[reads[0]!.region]!, all[reads[1]!.region]!, all[writes[0]!]!, 0, blocks);
  }
  return all;
}

describe('triad', () => {
  it.each(['smoke', 'small', 'medium', 'large'] as const)(
    'the %s workload expects the closed form',
    (name) => {
      expect(kernel.workloads[name].digest).toBe(vectors.workloads[name]);
    },
  );

  it.each(['smoke', 'small'] as const)('the %s workload gives the elements of the closed form', (name) => {
    const { parameters } = kernel.workloads[name];
    const outputs = run(parameters['blocks']!, parameters['length']!);
    expect(kernel.digest(outputs, parameters)).toBe(vectors.workloads[name]);
  });

  it('every element is 9 n − 5 i', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (blocks, length) => {
        const n = blocks * length;
        expect(run(blocks, length)['a']).toStrictEqual(
          Float64Array.from({ length: n }, (_, i) => 9 * n - 5 * i),
        );
      }),
    );
  });

  it('the last sweep reads what the first one writes', () => {
    const [first, last] = kernel.passes;
    expect(last!.reads[1]!.region).toBe(first!.writes[0]);
    expect(last!.writes).toEqual(['a']);
  });

  it('the digest shows a change in any element', () => {
    const outputs = run(3, 5);
    const before = kernel.digest(outputs, { blocks: 3, length: 5 });
    outputs['a']![14]! += 1;
    expect(kernel.digest(outputs, { blocks: 3, length: 5 })).not.toBe(before);
  });

  it('splitting the blocks never changes the vector, and a chunk writes only its own', () => {
    const [b, c] = [1, 2].map((step) => Float64Array.from({ length: 60 }, (_, i) => i * step));
    const whole = new Float64Array(60);
    triad(6, b!, c!, whole, 0, 10);
    fc.assert(
      fc.property(fc.nat(10), fc.nat(10), (x, y) => {
        const [start, end] = [Math.min(x, y), Math.max(x, y)];
        const a = new Float64Array(60).fill(-1);
        const expected = a.slice();
        expected.set(whole.subarray(start * 6, end * 6), start * 6);
        triad(6, b!, c!, a, start, end);
        expect(a).toStrictEqual(expected);
      }),
    );
  });
});
