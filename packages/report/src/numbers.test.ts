import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { estimate, single } from '../fixtures/small-result.ts';
import { bar, scaleOf } from './bar.ts';
import { formatBytes } from './size.ts';
import { formatDuration } from './duration.ts';
import { formatHalfWidth, formatInterval, formatPercent, formatRange, formatRatio } from './ratio.ts';
import { significant } from './significant.ts';
import { symbolsOf } from './symbols.ts';

const symbols = symbolsOf({ unicode: true });

describe('durations', () => {
  test.each([
    [0, '0 ns'],
    [0.5, '0.500 ns'],
    [7, '7.00 ns'],
    [999.4, '999 ns'],
    [999.6, '1.00 µs'],
    [73_812_345, '73.8 ms'],
    [999_700, '1.00 ms'],
    [999_999_999, '1.00 s'],
    [1.234e12, '1230 s'],
  ])('%d ns reads %s', (ns, text) => {
    expect(formatDuration(ns, symbols)).toBe(text);
  });

  test('never read 1000 of a unit, and never an exponent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e15, noNaN: true }), (ns) => {
        expect(formatDuration(ns, symbols)).toMatch(
          /^(0\.\d+|\d\.\d\d|\d\d\.\d|\d{3}) (ns|µs|ms|s)$|^\d{4,} s$/,
        );
      }),
    );
  });

  test('are written in ASCII where that is all there is', () => {
    expect(formatDuration(5000, symbolsOf({ unicode: false }))).toBe('5.00 us');
  });
});

describe('ratios', () => {
  test.each([
    [1, '×1.00'],
    [0.97, '×0.97'],
    [0.0517, '×0.052'],
    [9.994, '×9.99'],
    [9.996, '×10.0'],
    [123.4, '×123'],
    [0, '×0'],
    [4.2e7, '×4e+7'],
  ])('%d reads %s', (ratio, text) => {
    expect(formatRatio(ratio, symbols)).toBe(text);
  });

  test('intervals without an end are not shown as numbers', () => {
    expect(formatInterval(single(2), symbols)).toBe('');
    expect(formatHalfWidth(single(2), symbols)).toBe('');
  });

  test('intervals read from low to high, or as a share', () => {
    expect(formatInterval(estimate(2, 0.1), symbols)).toBe('1.82–2.20');
    expect(formatRange(estimate(2, 0.1), symbols)).toBe('×1.82–2.20');
    expect(formatHalfWidth(estimate(2, 0.012), symbols)).toBe('±1.2 %');
    expect(formatPercent(0.00001)).toBe('<0.1 %');
    expect(formatPercent(0.224)).toBe('22 %');
  });
});

test.each([
  [0, '0 B'],
  [1023, '1020 B'],
  [1024, '1.00 KiB'],
  [52_400_000, '50.0 MiB'],
  [2 ** 40 * 5000, '5000 TiB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('three digits survive rounding up', () => {
  expect(significant(99.96)).toBe('100');
  expect(significant(-0.012345)).toBe('-0.0123');
});

describe('bars', () => {
  test('are solid up to the lower end, light up to the upper, and show where they go on', () => {
    expect(bar({ estimate: 2, low: 1.5, high: 2.5 }, 3, 12, symbols)).toBe('██████░░░░');
    expect(bar({ estimate: 2, low: 1.5, high: 9 }, 3, 12, symbols)).toBe('██████░░░░░›');
    expect(bar(single(1), 3, 12, symbolsOf({ unicode: false }))).toBe('...........>');
  });

  test('never exceed their width, and the scale shows every estimate', () => {
    const part = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, part, part), { minLength: 1 }),
        fc.integer({ min: 4, max: 40 }),
        (all, width) => {
          const estimates = all.map((values) => {
            const [low, middle, high] = values.toSorted((a, b) => a - b);
            return { estimate: middle!, low: low!, high: high! };
          });
          const end = scaleOf(estimates);
          expect(estimates.every((one) => one.estimate <= end)).toBe(true);
          expect(estimates.every((one) => bar(one, end, width, symbols).length <= width)).toBe(true);
        },
      ),
    );
  });
});
