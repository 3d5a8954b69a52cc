import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { interval, meanOf } from './mean.ts';
import { oneSidedTests } from './t-test.ts';
import { welch } from './welch.ts';

const group = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 9 });

test.each(reference.welch)('the difference of two means agrees with SciPy (case %$)', (expected) => {
  const difference = welch(meanOf(expected.first), meanOf(expected.second));
  expect(difference.count - 1).toBeCloseTo(expected.freedom, 9);
  const { low, high } = interval(difference, { level: expected.level });
  expect(low).toBeCloseTo(expected.low, 9);
  expect(high).toBeCloseTo(expected.high, 9);
  const { above, below } = oneSidedTests(difference, 0);
  expect(2 * Math.min(above, below)).toBeCloseTo(expected.p, 10);
});

test('the groups may change places', () => {
  fc.assert(
    fc.property(group, group, (first, second) => {
      const there = welch(meanOf(first), meanOf(second));
      const back = welch(meanOf(second), meanOf(first));
      expect(there.mean).toBeCloseTo(-back.mean, 9);
      expect(there.standardError).toBeCloseTo(back.standardError, 9);
      expect(there.count).toBeCloseTo(back.count, 9);
    }),
  );
});

test('the degrees of freedom lie between those of the smaller group and those of both', () => {
  fc.assert(
    fc.property(group, group, (first, second) => {
      const freedom = welch(meanOf(first), meanOf(second)).count - 1;
      expect(freedom).toBeGreaterThan(Math.min(first.length, second.length) - 1 - 1e-9);
      expect(freedom).toBeLessThan(first.length + second.length - 2 + 1e-9);
    }),
  );
});

test('a single value decides nothing, groups without spread decide all', () => {
  expect(interval(welch(meanOf([5]), meanOf([1, 2, 3])))).toEqual({ low: -Infinity, high: Infinity });
  expect(interval(welch(meanOf([1, 2, 3]), meanOf([5])))).toEqual({ low: -Infinity, high: Infinity });
  expect(welch(meanOf([5, 5]), meanOf([3, 3, 3]))).toEqual({ mean: 2, standardError: 0, count: 4 });
});
