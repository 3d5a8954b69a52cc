import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basePrimes } from './base-primes.ts';
import { kernel } from './kernel.ts';
import { MAXIMUM_BASE_PRIMES, SEGMENT } from './params.ts';
import { sieve } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };

const SPAN = 2 * SEGMENT;

function run(limit: number): Uint32Array {
  const items = kernel.items({ limit });
  const counts = new Uint32Array(items);
  sieve(limit, basePrimes(limit), counts, 0, items);
  return counts;
}

function primesUpTo(limit: number): number {
  return Number(kernel.digest({ counts: run(limit) }, { limit }));
}

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** Counts by trial division. */
function byDivision(from: number, to: number): number {
  let count = 0;
  for (let n = from; n <= to; n++) if (isPrime(n)) count++;
  return count;
}

describe('sieve', () => {
  it.each([1, 2, 3, 4, 5, 6, 7] as const)('there are as many primes up to 10^%i as published', (exponent) => {
    expect(primesUpTo(10 ** exponent)).toBe(vectors.primes[exponent]);
  });

  it.each(Object.entries(kernel.workloads))('the %s workload has the published number', (_, workload) => {
    const exponent = Math.log10(workload.parameters['limit']!) as 6 | 7 | 8 | 9;
    expect(workload.digest).toBe(String(vectors.primes[exponent]));
  });

  it('every limit up to 1000 has as many primes as trial division finds', () => {
    const limits = Array.from({ length: 999 }, (_, i) => i + 2);
    expect(limits.map(primesUpTo)).toStrictEqual(limits.map((limit) => byDivision(2, limit)));
  });

  it.each([-2, -1, 0, 1, 2])(
    'a limit that is %i off the end of a segment has a right count in each segment',
    (off) => {
      const limit = 2 * SPAN + off;
      const segments = off > 0 ? [0, 1, 2] : [0, 1];
      expect([...run(limit)]).toStrictEqual(
        segments.map((i) => byDivision(i * SPAN, Math.min(limit, (i + 1) * SPAN - 1))),
      );
    },
  );

  it('any segment has as many primes as trial division finds, wherever the limit lies', () => {
    const highest = 20_000_000;
    fc.assert(
      fc.property(fc.integer({ min: 2, max: highest }), (limit) => {
        const last = kernel.items({ limit }) - 1;
        const counts = new Uint32Array(last + 1);
        sieve(limit, basePrimes(limit), counts, last, last + 1);
        expect(counts[last]).toBe(byDivision(last * SPAN, limit));
      }),
      { numRuns: 20 },
    );
  });

  it('splitting the range never changes the counts, and a chunk writes only its own', () => {
    const limit = 3_000_000;
    const primes = basePrimes(limit);
    const whole = run(limit);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const counts = new Uint32Array(whole.length).fill(7);
        const expected = counts.slice();
        expected.set(whole.subarray(start, end), start);
        sieve(limit, primes, counts, start, end);
        expect(counts).toStrictEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('base primes', () => {
  it('end with the first odd prime whose square exceeds the limit', () => {
    expect([...basePrimes(2)]).toStrictEqual([3]);
    expect([...basePrimes(8)]).toStrictEqual([3]);
    expect([...basePrimes(9)]).toStrictEqual([3, 5]);
    expect([...basePrimes(120)]).toStrictEqual([3, 5, 7, 11]);
    expect([...basePrimes(121)]).toStrictEqual([3, 5, 7, 11, 13]);
  });

  it('of the largest limit are as many as the lanes have room for', () => {
    expect(basePrimes(1e9)).toHaveLength(MAXIMUM_BASE_PRIMES);
  });
});
