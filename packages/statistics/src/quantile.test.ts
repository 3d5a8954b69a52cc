import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { median, quantile } from './quantile.ts';

test.each(reference.medians)('median agrees with NumPy (case %$)', (expected) => {
  expect(median(expected.values)).toBeCloseTo(expected.median, 12);
});

test('quantiles run from the least to the greatest value, and leave the values in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const before = [...values];
        const sorted = values.toSorted((a, b) => a - b);
        expect(quantile(values, 0)).toBe(sorted[0]);
        expect(quantile(values, 1)).toBe(sorted.at(-1));
        expect(quantile(values, p)).toBeGreaterThanOrEqual(sorted[0]!);
        expect(values).toEqual(before);
      },
    ),
  );
});

test('no values, and shares that are none, are refused', () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => quantile([1], 1.5)).toThrow('expected a share between 0 and 1, got 1.5');
});
