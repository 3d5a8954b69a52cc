import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { meanOf } from './mean.ts';
import { poolOf } from './pooled-variance.ts';
import { seededNormal } from './random.ts';
import type { BlockRow } from './block-row.ts';
import type { Pool } from './pooled-variance.ts';

function rowOf(values: readonly number[], isBase = false): BlockRow {
  return { values: new Map(values.map((value, block) => [block, value])), isBase };
}

/** Rows of noise with these standard deviations; the first two are the base and its twin. */
function noise(spreads: readonly number[], blocks: number, normal: () => number): readonly BlockRow[] {
  return spreads.map((spread, index) =>
    rowOf(
      Array.from({ length: blocks }, () => spread * normal()),
      index < 2,
    ),
  );
}

/** ln(pooled ÷ true variance), on average over many pools. */
function logBias(
  spreads: readonly number[],
  blocks: number,
  variances: { readonly withBase: number; readonly others: number },
): readonly number[] {
  const normal = seededNormal(3);
  const pools = Array.from({ length: 400 }, () => poolOf(noise(spreads, blocks, normal)));
  return (['withBase', 'others'] as const).map(
    (kind) => meanOf(pools.map((pool) => Math.log(pool[kind]!.variance / variances[kind]))).mean,
  );
}

test.each([2, 3, 8])(
  'of %d blocks of rows that spread alike, it is the variance of their differences',
  (blocks) => {
    const spreads = Array.from({ length: 10 }, () => 0.1);
    for (const bias of logBias(spreads, blocks, { withBase: 0.02, others: 0.02 })) {
      expect(Math.abs(bias)).toBeLessThan(0.12);
    }
  },
);

test('a base that spreads more is seen in the pairs with the base, and in no others', () => {
  const spreads = [0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
  for (const bias of logBias(spreads, 5, { withBase: 0.1, others: 0.02 })) {
    expect(Math.abs(bias)).toBeLessThan(0.12);
  }
});

test('what slows a whole block changes nothing, and the order of the rows does not matter', () => {
  const value = fc.double({ min: -1, max: 1, noNaN: true });
  const lines = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(lines, fc.array(value, { minLength: 4, maxLength: 4 }), (values, slowdown) => {
      const rows = values.map((line, index) => rowOf(line, index === 0));
      const slowed = values.map((line, index) =>
        rowOf(
          line.map((one, block) => one + slowdown[block]!),
          index === 0,
        ),
      );
      const expected = logsOf(poolOf(rows)).map((log) => expect.closeTo(log, 5));
      expect(logsOf(poolOf(slowed))).toEqual(expected);
      expect(logsOf(poolOf(rows.toReversed()))).toEqual(expected);
    }),
  );
});

test('a stray trial that is off by a factor of ten moves it less than one that doubles a mean of variances', () => {
  const normal = seededNormal(4);
  const rows = noise(
    Array.from({ length: 10 }, () => 0.1),
    5,
    normal,
  );
  const stray = rows.map((row, index) =>
    index === 9 ? { ...row, values: new Map(row.values).set(0, Math.log(10)) } : row,
  );
  // In 7 of the 28 pairs without the base.
  const factor = poolOf(stray).others!.variance / poolOf(rows).others!.variance;
  expect(factor).toBeGreaterThan(1.5);
  expect(factor).toBeLessThan(5);
  const meanFactor = (28 - 7 + 7 * (Math.log(10) ** 2 / 5 / 0.02)) / 28;
  expect(meanFactor).toBeGreaterThan(2.5 * factor);
});

test('fewer than three rows, single blocks, and rows that are equal tell nothing', () => {
  const row = rowOf([1, 2, 3]);
  expect(poolOf([row, rowOf([1, 3, 2])])).not.toHaveProperty('others');
  expect(poolOf([rowOf([1]), rowOf([2]), rowOf([3])])).not.toHaveProperty('others');
  expect(poolOf([row, rowOf([2, 3, 4]), rowOf([0, 1, 2])])).not.toHaveProperty('others');
  const some = poolOf([row, rowOf([2, 3, 4]), rowOf([0, 5, 2])]);
  expect(some.others!.pairs).toEqual([
    [0, 2],
    [1, 2],
  ]);
});

/** Of both classes; 0 stands for one that is not there. */
function logsOf(pool: Pool): readonly number[] {
  return [pool.withBase, pool.others].map((pairs) => Math.log(pairs?.variance ?? 1));
}
