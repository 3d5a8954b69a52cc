import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { blocksToSee, visibleDifference } from './visible-difference.ts';
import { meanOf } from './mean.ts';
import { ratioOf } from './ratio.ts';

test('it is the half-width of the interval over blocks', () => {
  const logs = meanOf([-0.1, 0.1, -0.05, 0.05, 0.02, -0.02]);
  const spread = logs.standardError * Math.sqrt(logs.count);
  const confidence = { level: 0.98, inflation: 1.3 };
  expect(visibleDifference(spread, logs.count, confidence)).toBeCloseTo(
    ratioOf(logs, confidence).high - 1,
    12,
  );
});

test('one block sees nothing, a spread beyond all bounds no more', () => {
  expect(visibleDifference(0.01, 1)).toBe(UNBOUNDED);
  expect(visibleDifference(1e6, 3)).toBe(UNBOUNDED);
  expect(visibleDifference(0, 3)).toBe(0);
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
