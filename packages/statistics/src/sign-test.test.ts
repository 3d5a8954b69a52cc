import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { signTest } from './sign-test.ts';

test.each(reference.signTests)('interval of the sign test agrees with SciPy (case %$)', (expected) => {
  const actual = signTest(expected.values);
  expect(actual === undefined ? null : [actual.low, actual.high]).toEqual(expected.interval);
  expect(actual?.estimate ?? expected.median).toBeCloseTo(expected.median, 12);
});

test('five values are too few, of six their whole range is needed', () => {
  expect(signTest([])).toBeUndefined();
  expect(signTest([1, 2, 3, 4, 5])).toBeUndefined();
  expect(signTest([6, 1, 5, 2, 4, 3])).toEqual({ estimate: 3.5, low: 1, high: 6 });
});

test('it takes no notice of how far the outermost values lie', () => {
  fc.assert(
    fc.property(fc.double({ min: 9, noNaN: true }), (far) => {
      expect(signTest([1, 2, 3, 4, 5, 6, 7, 8, far])).toEqual(signTest([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }),
  );
});
