import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { blocksToSee, visibleDifference } from './visible-difference.ts';
import { meanOf } from './mean.ts';
import { ratioOf } from './ratio.ts';

test('it is the half-width of the interval over blocks', () => {
  const logs = { ...meanOf([-0.1, 0.1, -0.05, 0.05, 0.02, -0.02]), mean: 0 };
  const confidence = { level: 0.98, inflation: 1.3 };
  expect(visibleDifference(logs, confidence)).toBeCloseTo(ratioOf(logs, confidence).high - 1, 12);
  expect(visibleDifference({ ...logs, mean: 5 }, confidence)).toBe(visibleDifference(logs, confidence));
});

test('one block sees nothing, a spread beyond all bounds no more', () => {
  expect(visibleDifference(meanOf([0.01]))).toBe(UNBOUNDED);
  expect(visibleDifference(meanOf([-1e6, 0, 1e6]))).toBe(UNBOUNDED);
  expect(visibleDifference(meanOf([0.5, 0.5, 0.5]))).toBe(0);
});

test.each(reference.powers)(
  'blocks for a difference of $difference at power $power agree with statsmodels within two',
  ({ difference, spread, blocks, ...wanted }) => {
    const actual = blocksToSee(difference, spread, wanted)!;
    expect(Math.abs(actual - Math.ceil(blocks))).toBeLessThanOrEqual(2);
  },
);

test('less spread and greater differences need fewer blocks, none at all is never seen', () => {
  expect(blocksToSee(0.1, 0.1)!).toBeLessThan(blocksToSee(0.05, 0.1)!);
  expect(blocksToSee(0.05, 0.05)!).toBeLessThan(blocksToSee(0.05, 0.1)!);
  expect(blocksToSee(0.05, 0)).toBe(2);
  expect(blocksToSee(0, 0.1)).toBeUndefined();
});
