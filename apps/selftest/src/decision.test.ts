import { expect, test } from 'vitest';
import { decisionOfIntervals, decisionOfSummary, decisionOfVerdict } from './decision.ts';
import type { MeanWithMargin } from './decision.ts';

test('a verdict claims a difference, or nothing; its ratio is that of the times', () => {
  expect(decisionOfVerdict('slower', 0.5)).toEqual({ says: 'slower', ratio: 2 });
  expect(decisionOfVerdict('slightly-slower', 0.8).says).toBe('slower');
  expect(decisionOfVerdict('faster', 2).says).toBe('faster');
  expect(decisionOfVerdict('slightly-faster', 2).says).toBe('faster');
  const claimless = (['same', 'inconclusive', 'withheld'] as const).map((verdict) =>
    decisionOfVerdict(verdict, 2),
  );
  expect(claimless.map(({ says }) => says)).toEqual(['nothing', 'nothing', 'nothing']);
});

test.each<{ base: MeanWithMargin; subject: MeanWithMargin; says: string }>([
  { base: { mean: 100, moe: 2 }, subject: { mean: 105, moe: 2 }, says: 'slower' },
  { base: { mean: 105, moe: 2 }, subject: { mean: 100, moe: 2 }, says: 'faster' },
  { base: { mean: 100, moe: 2 }, subject: { mean: 104, moe: 2 }, says: 'nothing' },
  { base: { mean: 100, moe: 9 }, subject: { mean: 105, moe: 0 }, says: 'nothing' },
])('intervals that do not overlap are a difference: $base.mean ± $base.moe, $subject.mean', (given) => {
  const { base, subject, says } = given;
  expect(decisionOfIntervals(base, subject)).toEqual({ says, ratio: subject.mean / base.mean });
});

test('a summary claims what it prints, to two decimals', () => {
  expect(decisionOfSummary(100, 101, 0).says).toBe('slower');
  expect(decisionOfSummary(101, 100, 0).says).toBe('faster');
  expect(decisionOfSummary(100, 100.4, 0).says).toBe('nothing');
});

test('above a margin it claims only what it prints beyond it', () => {
  expect(decisionOfSummary(100, 105, 0.05).says).toBe('nothing');
  expect(decisionOfSummary(100, 106, 0.05)).toEqual({ says: 'slower', ratio: 1.06 });
  expect(decisionOfSummary(106, 100, 0.05).says).toBe('faster');
});
