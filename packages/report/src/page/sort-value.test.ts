import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes } from '../size.ts';
import { formatDuration } from '../duration.ts';
import { formatHalfWidth, formatInterval, formatPercent, formatRatio } from '../ratio.ts';
import { sortValue, sortValues } from './sort-value.ts';
import { symbolsOf } from '../symbols.ts';

const SYMBOLS = symbolsOf({ unicode: true });
const amount = fc.double({ min: 1e-3, max: 1e12, noNaN: true });

test.each([
  ['durations', (value: number) => formatDuration(value, SYMBOLS)],
  ['sizes', formatBytes],
  ['ratios', (value: number) => formatRatio(value, SYMBOLS)],
])('%s are read as they were meant', (_, format) => {
  fc.assert(
    fc.property(amount, (value) => {
      // Ratios beyond a million are written with one digit.
      expect(Math.abs(sortValue(format(value))! / value - 1)).toBeLessThan(0.51);
      expect(sortValue(format(value))).toBe(sortValue(format(sortValue(format(value))!)));
    }),
  );
});

test('shares, intervals and what stands in brackets count too', () => {
  expect(sortValue(formatPercent(0.25))).toBe(0.25);
  expect(sortValue(formatPercent(0.0001))).toBe(0.001);
  expect(sortValue(formatHalfWidth({ estimate: 1, low: 0.9, high: 1.1 }, SYMBOLS))).toBe(0.11);
  expect(sortValue(formatInterval({ estimate: 1, low: 0.9, high: 1.1 }, SYMBOLS))).toBe(0.9);
  expect(sortValue('27.2 % to 29.3 %')).toBeCloseTo(0.272);
  expect(sortValue('-4.0 %')).toBe(-0.04);
  expect(sortValue('(×0.65)')).toBe(0.65);
});

test('a column with words in it is none of numbers', () => {
  expect(sortValues(['1 ms', '', '980 µs', '–'])).toEqual([1e6, null, 980e3, null]);
  expect(sortValues(['at every size', '1 ms'])).toBeUndefined();
  expect(sortValues(['', ''])).toBeUndefined();
  expect(sortValue('2x3')).toBeUndefined();
  expect(sortValue('256/medium')).toBeUndefined();
});
