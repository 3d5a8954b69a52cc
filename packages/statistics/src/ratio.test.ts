import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { isBounded, UNBOUNDED } from '@crossover/model';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { meanOf } from './mean.ts';
import { seededNormal } from './random.ts';
import { geometricMean, logRatios, ratioOf } from './ratio.ts';
import { verdictOf } from './verdict.ts';

const time = fc.double({ min: 1, max: 1e12, noNaN: true });

test.each(reference.ratios)('paired ratio and its interval agree with SciPy (case %$)', (expected) => {
  const { estimate, low, high } = ratioOf(meanOf(logRatios(expected.base, expected.subject)));
  expect(estimate / expected.estimate).toBeCloseTo(1, 12);
  expect(low / expected.low).toBeCloseTo(1, 10);
  expect(high / expected.high).toBeCloseTo(1, 10);
});

test('swapping base and subject inverts estimate and interval', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(time, time), { minLength: 2, maxLength: 20 }), (pairs) => {
      const [base, subject] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
      const there = meanOf(logRatios(base, subject));
      const back = meanOf(logRatios(subject, base));
      expect(there.mean).toBeCloseTo(-back.mean, 9);
      expect(there.standardError).toBeCloseTo(back.standardError, 9);
    }),
  );
});

test('a factor that slows a whole block cancels out', () => {
  const slowdown = [1, 1.7, 0.6, 12];
  const base = slowdown.map((factor) => 90 * factor);
  const subject = slowdown.map((factor) => 45 * factor);
  const { estimate, low, high } = ratioOf(meanOf(logRatios(base, subject)));
  expect([estimate, low, high]).toEqual([
    expect.closeTo(2, 12),
    expect.closeTo(2, 12),
    expect.closeTo(2, 12),
  ]);
});

test('one block gives an interval without ends, which survives JSON and supports no verdict', () => {
  const single = ratioOf(meanOf([Math.log(3)]));
  expect(single).toEqual({ estimate: expect.closeTo(3, 12), low: 0, high: UNBOUNDED });
  expect(JSON.parse(JSON.stringify(single))).toEqual(single);
  expect(isBounded(single)).toBe(false);
  expect(verdictOf(single)).toBe('inconclusive');
});

test('an estimate is finite whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), { minLength: 1 }), (values) => {
      const { estimate, low, high } = geometricMean(values);
      expect([estimate, low, high].every(Number.isFinite)).toBe(true);
      expect(low).toBeLessThanOrEqual(estimate * (1 + 1e-9));
      expect(high).toBeGreaterThanOrEqual(estimate * (1 - 1e-9));
    }),
  );
});

test('the interval covers the true ratio in about 95 % of simulated runs', () => {
  const normal = seededNormal(7);
  const runs = 2000;
  let covered = 0;
  for (let run = 0; run < runs; run += 1) {
    const logs = Array.from({ length: 5 }, () => Math.log(1.8) + 0.1 * normal());
    const { low, high } = ratioOf(meanOf(logs));
    if (low <= 1.8 && high >= 1.8) covered += 1;
  }
  expect(covered / runs).toBeGreaterThan(0.935);
  expect(covered / runs).toBeLessThan(0.965);
});

test('times that are not positive, and values that are not pairs, are refused', () => {
  expect(() => logRatios([1, 2], [1])).toThrow('expected pairs, got 2 and 1 values');
  expect(() => logRatios([0], [1])).toThrow('expected a positive, finite value, got 0');
  expect(() => logRatios([1], [-1])).toThrow(RangeError);
  expect(() => geometricMean([])).toThrow(RangeError);
});
