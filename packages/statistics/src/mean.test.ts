import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { interval, meanOf } from './mean.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test.each(reference.means)(
  'mean, standard error and t interval agree with SciPy (case %$, level $level)',
  (expected) => {
    const mean = meanOf(expected.values);
    const { low, high } = interval(mean, { level: expected.level });
    expect(mean.mean).toBeCloseTo(expected.mean, 12);
    expect(mean.standardError).toBeCloseTo(expected.standardError, 12);
    expect(low).toBeCloseTo(expected.low, 9);
    expect(high).toBeCloseTo(expected.high, 9);
  },
);

test('a single value has the whole line as its interval', () => {
  expect(interval(meanOf([3]))).toEqual({ low: -Infinity, high: Infinity });
  expect(interval(meanOf([3]), { inflation: 2 })).toEqual({ low: -Infinity, high: Infinity });
});

test('the interval holds the mean, and inflation widens it by its factor', () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 2, maxLength: 40 }),
      fc.double({ min: 1, max: 9, noNaN: true }),
      (values, inflation) => {
        const mean = meanOf(values);
        const plain = interval(mean);
        const wide = interval(mean, { inflation });
        expect(plain.low).toBeLessThanOrEqual(mean.mean);
        expect(plain.high).toBeGreaterThanOrEqual(mean.mean);
        expect(wide.high - mean.mean).toBeCloseTo((plain.high - mean.mean) * inflation, 4);
        expect(mean.mean - wide.low).toBeCloseTo((mean.mean - plain.low) * inflation, 4);
      },
    ),
  );
});

test('no values, and values that are not finite, are refused', () => {
  expect(() => meanOf([])).toThrow(RangeError);
  expect(() => meanOf([1, Number.NaN])).toThrow('expected finite values, got NaN');
  expect(() => meanOf([Infinity])).toThrow(RangeError);
});
