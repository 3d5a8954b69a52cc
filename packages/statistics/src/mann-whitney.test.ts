import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { mannWhitney } from './mann-whitney.ts';

const group = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 });

test.each(reference.ranks)(
  'exact p-values agree with SciPy, with equal values too (case %$)',
  ({ first, second, u, p }) => {
    expect(mannWhitney(first, second)).toEqual({ u, p: expect.closeTo(p, 12), method: 'exact' });
  },
);

test.each(reference.manyRanks)(
  'of many values the normal approximation agrees with SciPy (case %$)',
  ({ first, second, u, p }) => {
    expect(mannWhitney(first, second)).toEqual({ u, p: expect.closeTo(p, 10), method: 'normal' });
  },
);

test('the groups may change places', () => {
  fc.assert(
    fc.property(group, group, (first, second) => {
      const [there, back] = [mannWhitney(first, second), mannWhitney(second, first)];
      expect(there.p).toBeCloseTo(back.p, 12);
      expect(there.u + back.u).toBe(first.length * second.length);
    }),
  );
});

test('only the order of the values counts', () => {
  fc.assert(
    fc.property(group, group, (first, second) => {
      const [wider, alike] = [first.map(Math.exp), second.map(Math.exp)];
      expect(mannWhitney(wider, alike)).toEqual(mannWhitney(first, second));
    }),
  );
});

test('the count and the approximation agree where one gives way to the other', () => {
  const first = Array.from({ length: 30 }, (_, index) => index * 1.3);
  const second = Array.from({ length: 30 }, (_, index) => index + 0.5);
  const counted = mannWhitney(first, second);
  const approximated = mannWhitney(first, [...second, 14.2]);
  expect([counted.method, approximated.method]).toEqual(['exact', 'normal']);
  expect(Math.abs(counted.p - approximated.p)).toBeLessThan(0.02);
});

test('empty groups, and values that are not finite, are refused', () => {
  expect(() => mannWhitney([], [1])).toThrow('expected two groups, got an empty one');
  expect(() => mannWhitney([1], [Number.NaN])).toThrow('expected finite values, got NaN');
});
