import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { codeUnits, drawPairs, EDGES, TEXTBOOK } from './pairs.ts';
import { LONGEST } from './params.ts';
import { levenshtein } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

function joined(texts: readonly string[]): readonly [Uint32Array, Uint32Array] {
  const boundaries = new Uint32Array(texts.length + 1);
  texts.forEach(({ length }, i) => (boundaries[i + 1] = boundaries[i]! + length));
  return [Uint32Array.from(texts.flatMap(codeUnits)), boundaries];
}

function distancesOf(pairs: readonly (readonly [string, string])[]): readonly number[] {
  const left = joined(pairs.map(([text]) => text));
  const right = joined(pairs.map(([, text]) => text));
  const distances = new Uint32Array(pairs.length);
  levenshtein(...left, ...right, distances, 0, pairs.length);
  return [...distances];
}

function distance(left: string, right: string): number {
  return distancesOf([[left, right]])[0]!;
}

/** The definition: the fewest edits, by trying what can happen to the first unit of either. */
function byDefinition(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  if (left[0] === right[0]) return byDefinition(left.slice(1), right.slice(1));
  return (
    1 +
    Math.min(
      byDefinition(left.slice(1), right),
      byDefinition(left, right.slice(1)),
      byDefinition(left.slice(1), right.slice(1)),
    )
  );
}

/** Strings that have letters in common. */
function words(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength });
}

describe('levenshtein', () => {
  it.each(vectors.pairs)('$left and $right are $distance apart, as published', (pair) => {
    expect(distance(pair.left, pair.right)).toBe(pair.distance);
    expect(TEXTBOOK).toContainEqual([pair.left, pair.right]);
  });

  it.each(['smoke', 'small'] as const)('the %s workload has the distances that RapidFuzz gave', (name) => {
    const { parameters, seed, digest } = kernel.workloads[name];
    const pairs = parameters['pairs']!;
    const { left, right } = drawPairs(pairs, parameters['longest']!, seededRandom(seed));
    const distances = new Uint32Array(pairs);
    levenshtein(left.units, left.boundaries, right.units, right.boundaries, distances, 0, pairs);
    expect(kernel.digest({ distances }, parameters)).toBe(vectors.workloads[name]);
    expect(digest).toBe(vectors.workloads[name]);
  });

  it('no pairs have no distances', () => {
    expect(distancesOf([])).toStrictEqual([]);
  });

  it('an empty string is as far away as the other is long', () => {
    expect(distancesOf(EDGES)).toStrictEqual([0, 3, 3, 0, 1]);
  });

  it('code units count, so that half a surrogate pair is a difference of one', () => {
    expect(distance('\u{1F600}', '')).toBe(2);
    expect(distance('\uD83D', '\uDE00')).toBe(1);
    expect(distance('\uDE00\uD83D', '\uD83D\uDE00')).toBe(2);
  });

  it.each([
    ['a'.repeat(LONGEST), 'a'.repeat(LONGEST), 0],
    ['a'.repeat(LONGEST), 'b'.repeat(LONGEST), LONGEST],
    ['a'.repeat(LONGEST), '', LONGEST],
    ['b', 'a'.repeat(LONGEST - 1) + 'b', LONGEST - 1],
  ])('strings of the greatest length have room', (left, right, expected) => {
    expect(distance(left, right)).toBe(expected);
  });

  it('any short strings are as far apart as the definition says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words(6), words(6)), { maxLength: 5 }), (pairs) => {
        expect(distancesOf(pairs)).toStrictEqual(pairs.map((pair) => byDefinition(...pair)));
      }),
    );
  });

  it('is a metric', () => {
    fc.assert(
      fc.property(words(40), words(40), words(40), (a, b, c) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
    );
  });

  it('a common beginning and end make no difference', () => {
    fc.assert(
      fc.property(words(20), words(20), fc.string(), fc.string(), (a, b, before, after) => {
        expect(distance(before + a + after, before + b + after)).toBe(distance(a, b));
      }),
    );
  });

  it('splitting the pairs never changes the distances, and a chunk writes only its own', () => {
    const { left, right } = drawPairs(40, 30, seededRandom(7));
    const run = (distances: Uint32Array, start: number, end: number): Uint32Array => {
      levenshtein(left.units, left.boundaries, right.units, right.boundaries, distances, start, end);
      return distances;
    };
    const whole = run(new Uint32Array(40), 0, 40);
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const expected = new Uint32Array(40).fill(77);
        expected.set(whole.subarray(start, end), start);
        expect(run(new Uint32Array(40).fill(77), start, end)).toStrictEqual(expected);
      }),
    );
  });
});

describe('drawn pairs', () => {
  it('are as many as asked for, and none is longer than asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(20), fc.integer(), (pairs, longest, seed) => {
        for (const { units, boundaries } of Object.values(drawPairs(pairs, longest, seededRandom(seed)))) {
          expect(boundaries).toHaveLength(pairs + 1);
          expect(boundaries[pairs]).toBe(units.length);
          for (let i = 0; i < pairs; i++)
            expect(boundaries[i + 1]! - boundaries[i]!).toBeLessThanOrEqual(longest);
        }
      }),
    );
  });

  it('are in turn alike and not', () => {
    const { left, right } = drawPairs(200, 100, seededRandom(1));
    const distances = new Uint32Array(200);
    levenshtein(left.units, left.boundaries, right.units, right.boundaries, distances, 0, 200);
    const sums = [0, 0];
    for (let i = TEXTBOOK.length + EDGES.length; i < 200; i++) sums[i % 2]! += distances[i]!;
    expect(sums[0]).toBeLessThan(sums[1]! / 4);
  });
});
