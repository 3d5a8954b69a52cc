import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { benjaminiHochberg, holm } from './adjustment.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

test.each(reference.adjustments)(
  'adjusted p-values agree with statsmodels and SciPy (case %$)',
  (expected) => {
    expect(holm(expected.pValues)).toEqual(expected.holm.map((p) => expect.closeTo(p, 12)));
    expect(benjaminiHochberg(expected.pValues)).toEqual(
      expected.benjaminiHochberg.map((p) => expect.closeTo(p, 12)),
    );
  },
);

test('adjusting lowers nothing, keeps the order, and Holm is the stricter', () => {
  fc.assert(
    fc.property(pValues, (values) => {
      const [strict, mild] = [holm(values), benjaminiHochberg(values)];
      for (const [index, p] of values.entries()) {
        expect(mild[index]).toBeGreaterThanOrEqual(p);
        expect(strict[index]).toBeGreaterThanOrEqual(mild[index]! - 1e-12);
        expect(strict[index]).toBeLessThanOrEqual(Math.min(1, p * values.length));
        for (const [other, q] of values.entries()) {
          if (p >= q) continue;
          expect(strict[index]).toBeLessThanOrEqual(strict[other]!);
          expect(mild[index]).toBeLessThanOrEqual(mild[other]!);
        }
      }
    }),
  );
});

test('a single p-value stays what it is, and the given ones are not changed', () => {
  const given = [0.04, 0.01] as const;
  expect(holm([0.03])).toEqual([0.03]);
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(holm(given)).toEqual([0.04, 0.02]);
  expect(given).toEqual([0.04, 0.01]);
  expect(holm([])).toEqual([]);
});

test('what is no probability is refused', () => {
  expect(() => holm([0.5, 1.5])).toThrow('expected a probability, got 1.5');
  expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
});
