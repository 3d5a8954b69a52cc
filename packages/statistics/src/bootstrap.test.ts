import { expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap.ts';
import { interval, meanOf } from './mean.ts';
import { seededNormal } from './random.ts';

interface Pair {
  readonly one: number;
  readonly two: number;
}

const ratioOfSums = (pairs: readonly Pair[]): number => {
  const sum = { one: 0, two: 0 };
  for (const { one, two } of pairs) [sum.one, sum.two] = [sum.one + one, sum.two + two];
  return Math.log(sum.one / sum.two);
};

const mean = (values: readonly number[]): number => meanOf(values).mean;

test.each([8, 12])(
  '95 % intervals of a ratio of sums cover it in about 95 % of runs of %d blocks',
  { timeout: 30_000 },
  (count) => {
    const normal = seededNormal(17);
    const runs = 200;
    let covered = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const pairs = Array.from({ length: count }, () => {
        const shared = Math.exp(0.3 * normal());
        return { one: 3 * shared * Math.exp(0.2 * normal()), two: shared * Math.exp(0.2 * normal()) };
      });
      const actual = bootstrapInterval(pairs, ratioOfSums, { seed, resamples: 199 });
      if (actual.kind === 'refused') throw new Error(actual.reason);
      if (actual.low <= Math.log(3) && actual.high >= Math.log(3)) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.98);
  },
);

test('of a mean of many normal values it is close to Student’s t', () => {
  const normal = seededNormal(3);
  const deviations = Array.from({ length: 30 }, normal);
  const values = [...deviations, ...deviations.map((deviation) => -deviation)].map((value) => 5 + value);
  const t = interval(meanOf(values));
  const actual = bootstrapInterval(values, mean, { seed: 1 });
  if (actual.kind === 'refused') throw new Error(actual.reason);
  const width = t.high - t.low;
  expect(actual.estimate).toBeCloseTo(meanOf(values).mean, 12);
  expect(Math.abs(actual.low - t.low)).toBeLessThan(0.08 * width);
  expect(Math.abs(actual.high - t.high)).toBeLessThan(0.08 * width);
});

test('long tails on one side make the interval longer on that side', () => {
  const skewed = [1, 1.1, 1.2, 1.05, 1.3, 1.15, 1.25, 1.4, 3, 1.1];
  const actual = bootstrapInterval(skewed, mean, { seed: 4 });
  if (actual.kind === 'refused') throw new Error(actual.reason);
  expect(actual.high - actual.estimate).toBeGreaterThan(1.3 * (actual.estimate - actual.low));
});

test('the same seed gives the same interval; a shifted and stretched statistic the shifted and stretched one', () => {
  const values = [3, 1, 4, 1.5, 5, 9, 2, 6, 5.5];
  const one = bootstrapInterval(values, mean, { seed: 9 });
  expect(bootstrapInterval(values, mean, { seed: 9 })).toEqual(one);
  expect(bootstrapInterval(values, mean, { seed: 10 })).not.toEqual(one);
  if (one.kind === 'refused') throw new Error(one.reason);
  expect(bootstrapInterval(values, (blocks) => 10 * mean(blocks) - 7, { seed: 9 })).toEqual({
    kind: 'interval',
    estimate: expect.closeTo(10 * one.estimate - 7, 9),
    low: expect.closeTo(10 * one.low - 7, 9),
    high: expect.closeTo(10 * one.high - 7, 9),
  });
});

test('too few blocks, blocks without spread, and a statistic without value are refused with the reason', () => {
  expect(refusal([1, 2, 3])).toEqual({
    kind: 'refused',
    reason: '3 blocks are too few for an interval; it needs 8',
  });
  expect(refusal([1, 1, 1, 1, 1, 1, 1, 1])).toMatchObject({ reason: expect.stringContaining('the same') });
  expect(refusal([1, 2, 3, 4, 5, 6, 7, 8], () => Infinity)).toMatchObject({ kind: 'refused' });
  // Drawn blocks hold none of the two that give the statistic its value in a good part of all draws.
  const rare = refusal([0, 0, 0, 0, 0, 0, 1, 2], (values) => 1 / mean(values));
  expect(rare).toMatchObject({ reason: expect.stringMatching(/of 99 draws/) });
});

function refusal(values: readonly number[], statistic = mean): unknown {
  return bootstrapInterval(values, statistic, { seed: 1, resamples: 99 });
}
