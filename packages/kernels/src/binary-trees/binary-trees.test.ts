import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { drawDepths, schedule } from './trees.ts';
import { binaryTrees } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('binary-trees', () => {
  it('gives the published checks for a greatest depth of 10', () => {
    const depths = drawDepths(10, seededRandom(5));
    const counts = new Uint32Array(depths.length);
    binaryTrees(depths, counts, 0, depths.length);
    const checks = vectors.published[10].map(([, depth]) => {
      const trees = [...counts].filter((_, tree) => depths[tree] === depth);
      return [trees.length, depth, sum(trees)];
    });
    expect(checks).toStrictEqual(vectors.published[10]);
  });

  it.each(['10', '21'] as const)('plans the published trees for a greatest depth of %s', (greatest) => {
    const trees = vectors.published[greatest].map(([count, depth]) => [depth, count]);
    expect([...schedule(Number(greatest))]).toStrictEqual(trees);
  });

  it('a tree of depth d has 2^(d + 1) − 1 nodes', () => {
    const depths = Uint8Array.from({ length: 16 }, (_, depth) => depth);
    const counts = new Uint32Array(16);
    binaryTrees(depths, counts, 0, 16);
    expect([...counts]).toStrictEqual(Array.from(depths, (depth) => 2 ** (depth + 1) - 1));
  });

  it('any stretch of the trees costs about the same', () => {
    const depths = drawDepths(14, seededRandom(6));
    const nodes = Array.from(depths, (depth) => (depth > 14 ? 0 : 2 ** (depth + 1)));
    const half = Math.floor(depths.length / 2);
    const share = sum(nodes.slice(0, half)) / sum(nodes);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the digest of the closed form', (name) => {
    const { parameters, seed, digest } = kernel.workloads[name];
    const { depths } = kernel.generate(parameters, seededRandom(seed));
    const counts = Uint32Array.from(depths!, (depth) => 2 ** (depth + 1) - 1);
    expect(kernel.digest({ counts }, parameters)).toBe(digest);
    counts.fill(0);
    binaryTrees(depths as Uint8Array, counts, 0, counts.length);
    expect(kernel.digest({ counts }, parameters)).toBe(digest);
  });

  it('splitting the trees never changes the counts, and a chunk writes only its own', () => {
    const depths = drawDepths(5, seededRandom(7));
    const whole = new Uint32Array(depths.length);
    binaryTrees(depths, whole, 0, depths.length);
    fc.assert(
      fc.property(fc.nat(depths.length), fc.nat(depths.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const counts = new Uint32Array(depths.length).fill(9999);
        const expected = counts.slice();
        expected.set(whole.subarray(start, end), start);
        binaryTrees(depths, counts, start, end);
        expect(counts).toStrictEqual(expected);
      }),
    );
  });
});
