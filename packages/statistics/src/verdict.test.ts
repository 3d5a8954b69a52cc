import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { meanOf } from './mean.ts';
import { ratioOf } from './ratio.ts';
import { verdictOf } from './verdict.ts';

test.each([
  { low: 1.06, high: 1.5, verdict: 'faster' },
  { low: 1.05, high: 1.5, verdict: 'slightly-faster' },
  { low: 1.01, high: 1.06, verdict: 'slightly-faster' },
  { low: 1.01, high: 1.04, verdict: 'same' },
  { low: 1 / 1.05, high: 1.05, verdict: 'same' },
  { low: 0.95, high: 1.01, verdict: 'inconclusive' },
  { low: 0.99, high: 1.06, verdict: 'inconclusive' },
  { low: 1, high: 1.06, verdict: 'inconclusive' },
  { low: 0.9, high: 0.99, verdict: 'slightly-slower' },
  { low: 0.5, high: 0.95, verdict: 'slower' },
  { low: 0.5, high: 2, verdict: 'inconclusive' },
])('[$low, $high] reads $verdict', ({ low, high, verdict }) => {
  expect(verdictOf({ low, high })).toBe(verdict);
});

test.each(reference.equivalences)(
  'one-sided t tests of SciPy give the same verdict (case %$)',
  (expected) => {
    const verdict = verdictOf(ratioOf(meanOf(expected.logs)));
    expect(verdict === 'same').toBe(expected.same);
    expect(verdict === 'faster').toBe(expected.faster);
    expect(verdict === 'slower').toBe(expected.slower);
  },
);

test('the inverse interval gets the opposite verdict', () => {
  const opposite = {
    faster: 'slower',
    'slightly-faster': 'slightly-slower',
    same: 'same',
    'slightly-slower': 'slightly-faster',
    slower: 'faster',
    inconclusive: 'inconclusive',
  };
  const log = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(log, log, (a, b) => {
      const [low, high] = [Math.exp(Math.min(a, b)), Math.exp(Math.max(a, b))];
      expect(verdictOf({ low: 1 / high, high: 1 / low })).toBe(opposite[verdictOf({ low, high })]);
    }),
  );
});

test('a wider margin asks for more', () => {
  expect(verdictOf({ low: 1.06, high: 1.08 }, 0.1)).toBe('same');
  expect(verdictOf({ low: 1.06, high: 1.5 }, 0.1)).toBe('slightly-faster');
});
