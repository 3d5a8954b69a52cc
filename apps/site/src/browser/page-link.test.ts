import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, placeAt } from './page-link.ts';

const place = fc.oneof(
  fc.record({ kind: fc.constant('cell' as const), id: fc.string({ minLength: 1, unit: 'grapheme' }) }),
  fc.record({ kind: fc.constant('kernel' as const), name: fc.string({ minLength: 1, unit: 'grapheme' }) }),
);

test('every place is found again by its address', () => {
  fc.assert(
    fc.property(place, (one) => {
      expect(placeAt(addressOf(one))).toEqual(one);
    }),
  );
});

test('the address of a cell can be read', () => {
  const id = 'mandelbrot/medium/rust/worker-threads-2';
  expect(addressOf({ kind: 'cell', id })).toBe(`#cell=${id}`);
  expect(placeAt('#matrix')).toEqual({ kind: 'section', id: 'matrix' });
});

test('what names no place is none', () => {
  expect(placeAt('')).toBeUndefined();
  expect(placeAt('#')).toBeUndefined();
  expect(placeAt('#cell=%E0%A4%A')).toEqual({ kind: 'cell', id: '%E0%A4%A' });
});
