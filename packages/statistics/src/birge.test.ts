import { expect, test } from 'vitest';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { birgeInflation, standardScore } from './birge.ts';
import { meanOf } from './mean.ts';
import { seededNormal } from './random.ts';

test.each(reference.studentScores)(
  'scores with $freedom degrees of freedom are scaled by the spread of t',
  (expected) => {
    const score = standardScore({ mean: 1, standardError: 1, count: expected.freedom + 1 })!;
    expect(1 / score ** 2).toBeCloseTo(expected.variance, 12);
  },
);

test('scores of equal twins have variance 1 even with few blocks', () => {
  const normal = seededNormal(11);
  const scores = Array.from({ length: 4000 }, () =>
    standardScore(meanOf([normal(), normal(), normal(), normal(), normal(), normal()]))!,
  );
  const variance = scores.reduce((sum, score) => sum + score ** 2, 0) / scores.length;
  expect(variance).toBeGreaterThan(0.85);
  expect(variance).toBeLessThan(1.15);
});

test('three blocks give no score', () => {
  expect(standardScore(meanOf([1, 2, 3]))).toBeUndefined();
  expect(standardScore(meanOf([1]))).toBeUndefined();
});

test('values without any spread give a finite score', () => {
  expect(standardScore(meanOf([0, 0, 0, 0]))).toBe(0);
  expect(standardScore(meanOf([1, 1, 1, 1]))).toBe(8);
  expect(standardScore(meanOf([-1, -1, -1, -1]))).toBe(-8);
});

test('inflation is the root mean square of the scores, and never narrows', () => {
  expect(birgeInflation([])).toBe(1);
  expect(birgeInflation([0.1, -0.2])).toBe(1);
  expect(birgeInflation([3, -4])).toBeCloseTo(Math.sqrt(12.5), 12);
});
