import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { interval, meanOf } from './mean.ts';
import { oneSidedTests } from './t-test.ts';

test.each(reference.oneSided)('one-sided t tests agree with SciPy (case %$)', (expected) => {
  const { above, below } = oneSidedTests(meanOf(expected.values), expected.bound);
  expect(above).toBeCloseTo(expected.above, 10);
  expect(below).toBeCloseTo(expected.below, 10);
});

test('the end of a 95 % interval is a bound that is just rejected at 2.5 %, inflation included', () => {
  const mean = meanOf([0.1, 0.3, 0.2, 0.25]);
  const { low, high } = interval(mean, { inflation: 1.7 });
  expect(oneSidedTests(mean, low, 1.7).above).toBeCloseTo(0.025, 10);
  expect(oneSidedTests(mean, high, 1.7).below).toBeCloseTo(0.025, 10);
});

test('both sides together are certain', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 }),
      (values) => {
        const { above, below } = oneSidedTests(meanOf(values), 0.5);
        expect(above + below).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('a single value decides nothing, values without spread decide all but their own place', () => {
  expect(oneSidedTests(meanOf([3]), 0)).toEqual({ above: 1, below: 1 });
  expect(oneSidedTests(meanOf([3, 3, 3]), 0)).toEqual({ above: 0, below: 1 });
  expect(oneSidedTests(meanOf([3, 3, 3]), 3)).toEqual({ above: 0.5, below: 0.5 });
});
