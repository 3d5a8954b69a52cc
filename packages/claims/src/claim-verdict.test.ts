import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLAIM_RELATIONS, VERDICTS } from '@crossover/model';
import { claimVerdict, inFavourOf, outcomeOf, outcomesFor } from './claim-verdict.ts';
import type { Tally } from './claim-verdict.ts';

const count = fc.nat(6);
const tally: fc.Arbitrary<Tally> = fc.record({
  win: count,
  tie: count,
  turns: count,
  loss: count,
  open: count,
});
/** What claims about one size have. */
const oneSize = tally.map((cases) => ({ ...cases, turns: 0 }));
const relation = fc.constantFrom(...CLAIM_RELATIONS);

test.each([
  ['faster', { win: 3, tie: 0, turns: 0, loss: 0, open: 3 }, 'supported'],
  ['faster', { win: 3, tie: 0, turns: 0, loss: 0, open: 4 }, 'inconclusive'],
  ['faster', { win: 0, tie: 1, turns: 0, loss: 2, open: 3 }, 'refuted'],
  ['faster', { win: 1, tie: 1, turns: 0, loss: 0, open: 9 }, 'mixed'],
  ['not-faster', { win: 0, tie: 1, turns: 0, loss: 2, open: 0 }, 'supported'],
  ['not-faster', { win: 2, tie: 0, turns: 0, loss: 0, open: 0 }, 'refuted'],
  ['not-slower', { win: 1, tie: 1, turns: 0, loss: 0, open: 0 }, 'supported'],
  ['not-slower', { win: 0, tie: 1, turns: 0, loss: 1, open: 0 }, 'mixed'],
  ['more', { win: 0, tie: 0, turns: 0, loss: 2, open: 1 }, 'supported'],
  ['more', { win: 0, tie: 2, turns: 0, loss: 0, open: 1 }, 'refuted'],
  ['from-some-size', { win: 0, tie: 0, turns: 2, loss: 0, open: 1 }, 'supported'],
  ['from-some-size', { win: 1, tie: 0, turns: 2, loss: 0, open: 1 }, 'mixed'],
  ['from-some-size', { win: 1, tie: 0, turns: 0, loss: 1, open: 0 }, 'refuted'],
  ['more', { win: 0, tie: 0, turns: 0, loss: 0, open: 1 }, 'inconclusive'],
  ['more', { win: 0, tie: 0, turns: 0, loss: 0, open: 0 }, 'not-measured'],
] as const)('%s with %o is %s', (how, cases, verdict) => {
  expect(claimVerdict(how, cases)).toBe(verdict);
});

const few = { win: 1, tie: 0, turns: 0, loss: 0, open: 9 };
const none = { ...few, win: 0 };

test.each([
  ['faster', few, { low: 1.1, high: 1.5 }, 'supported'],
  ['faster', none, { low: 1.1, high: 1.5 }, 'supported'],
  ['not-faster', none, { low: 1.1, high: 1.5 }, 'refuted'],
  ['faster', none, { low: 1.04, high: 1.5 }, 'inconclusive'],
  ['faster', none, { low: 0.97, high: 1.03 }, 'refuted'],
  ['not-slower', none, { low: 0.97, high: 1.03 }, 'supported'],
  ['more', none, { low: 0.5, high: 0.8 }, 'supported'],
  ['faster', few, { low: 0.5, high: 0.8 }, 'inconclusive'],
] as const)('%s with %o and all kernels at %o is %s', (how, cases, { low, high }, verdict) => {
  const ratio = { estimate: Math.sqrt(low * high), low, high };
  expect(claimVerdict(how, cases, { kernels: 10, ratio })).toBe(verdict);
  expect(claimVerdict(how, cases, { kernels: 5, ratio })).toBe('inconclusive');
});

test('all kernels together never decide against a decided case, nor what cases decide by themselves', () => {
  fc.assert(
    fc.property(relation, tally, fc.double({ min: 0.2, max: 5, noNaN: true }), (how, cases, estimate) => {
      const together = { kernels: 10, ratio: { estimate, low: estimate * 0.99, high: estimate * 1.01 } };
      const alone = claimVerdict(how, cases);
      const inFavour = inFavourOf(how, cases);
      const against = cases.win + cases.tie + cases.turns + cases.loss - inFavour;
      const possible = { supported: against === 0, refuted: inFavour === 0, inconclusive: true };
      const allowed = Object.entries(possible).flatMap(([verdict, may]) => (may ? [verdict] : []));
      expect(alone === 'inconclusive' ? allowed : [alone]).toContain(claimVerdict(how, cases, together));
    }),
  );
});

test('a claim and its opposite are never both supported, nor both refuted', () => {
  fc.assert(
    fc.property(oneSize, (cases) => {
      const [one, other] = [claimVerdict('faster', cases), claimVerdict('not-faster', cases)];
      const mirrored = { supported: 'refuted', refuted: 'supported' } as Readonly<Record<string, string>>;
      expect(other).toBe(mirrored[one] ?? one);
    }),
  );
});

test('a case that is still open never decides anything', () => {
  fc.assert(
    fc.property(relation, tally, (how, cases) => {
      const before = claimVerdict(how, cases);
      fc.pre(before !== 'not-measured');
      expect([before, 'inconclusive']).toContain(claimVerdict(how, { ...cases, open: cases.open + 1 }));
    }),
  );
});

test('of the decided outcomes every relation takes some for it and leaves some against it', () => {
  for (const how of CLAIM_RELATIONS) {
    expect([1, 2]).toContain(outcomesFor(how).length);
    expect(outcomesFor(how)).not.toContain('open');
  }
});

test('a verdict and its mirror image make mirrored outcomes', () => {
  const outcomes = VERDICTS.map((verdict) => [verdict, outcomeOf(verdict)]);
  expect(Object.fromEntries(outcomes)).toEqual({
    faster: 'win',
    'slightly-faster': 'win',
    same: 'tie',
    'slightly-slower': 'loss',
    slower: 'loss',
    inconclusive: 'open',
    withheld: 'open',
  });
});
