import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { blockSums } from './block-row.ts';
import { interval, meanOf } from './mean.ts';
import { moderatedMean } from './moderated-mean.ts';
import { poolOf } from './pooled-variance.ts';
import { seededNormal } from './random.ts';
import type { BlockRow, Contrast } from './block-row.ts';

function rowOf(values: readonly (number | null)[], isBase = false): BlockRow {
  const told = values.flatMap((value, block) => (value === null ? [] : [[block, value] as const]));
  return { values: new Map(told), isBase };
}

function difference(base: BlockRow, subject: BlockRow): Contrast {
  return [
    { row: base, weight: 1 },
    { row: subject, weight: -1 },
  ];
}

/** A kernel of so many cells that do not differ; the first two are the base and its twin. */
function kernel(
  rows: number,
  blocks: number,
  spread: (row: number) => number,
  normal: () => number,
): BlockRow[] {
  const slowdown = Array.from({ length: blocks }, () => 0.3 * normal());
  return Array.from({ length: rows }, (_, row) =>
    rowOf(
      slowdown.map((common) => common + spread(row) * normal()),
      row < 2,
    ),
  );
}

test.each(reference.moderated)(
  'mean, standard error, degrees of freedom and interval agree with SciPy (case %$)',
  (expected) => {
    const rows = expected.rows.map((values, index) => rowOf(values, expected.bases.includes(index)));
    const contrast = rows
      .map((row, index) => ({ row, weight: expected.weights[index]! }))
      .filter(({ weight }) => weight !== 0);
    const actual = moderatedMean(contrast, poolOf(rows))!;
    expect(actual.mean).toBeCloseTo(expected.mean, 12);
    expect(actual.standardError).toBeCloseTo(expected.standardError, 10);
    expect(actual.count - 1).toBeCloseTo(expected.freedom, 10);
    const { low, high } = interval(actual);
    expect(low).toBeCloseTo(expected.low, 8);
    expect(high).toBeCloseTo(expected.high, 8);
  },
);

test.each([
  { rows: 10, blocks: 2 },
  { rows: 10, blocks: 3 },
  { rows: 10, blocks: 5 },
  { rows: 3, blocks: 2 },
  { rows: 3, blocks: 5 },
])('95 % intervals cover the truth in 95 to 98 % of runs: $rows rows, $blocks blocks', ({ rows, blocks }) => {
  const normal = seededNormal(6);
  const runs = 1500;
  const covered = Array.from({ length: runs }, () => {
    const cells = kernel(rows, blocks, () => 0.1, normal);
    const { low, high } = interval(moderatedMean(difference(cells[0]!, cells[rows - 1]!), poolOf(cells))!);
    return low <= 0 && high >= 0;
  }).filter(Boolean).length;
  // Two standard errors of the simulation below 95 %.
  expect(covered / runs).toBeGreaterThan(0.939);
  expect(covered / runs).toBeLessThan(0.982);
});

test('with three blocks and ten rows, intervals at the level of eleven comparisons are less than a third of Student’s', () => {
  const normal = seededNormal(7);
  const level = 1 - 0.018 / 11;
  const halfWidths = Array.from({ length: 50 }, () => {
    const cells = kernel(10, 3, () => 0.1, normal);
    const contrast = difference(cells[0]!, cells[5]!);
    return [meanOf(blockSums(contrast)), moderatedMean(contrast, poolOf(cells))!].map(
      (mean) => interval(mean, { level }).high - mean.mean,
    );
  });
  const [student, moderated] = [0, 1].map((kind) => meanOf(halfWidths.map((pair) => pair[kind]!)).mean);
  expect(moderated! / student!).toBeLessThan(1 / 3);
  expect(moderated! / student!).toBeGreaterThan(0.15);
});

test('a row that spreads much gets wider intervals than one that spreads little', () => {
  const normal = seededNormal(8);
  const errors = Array.from({ length: 100 }, () => {
    const cells = kernel(10, 6, (row) => (row === 9 ? 0.4 : 0.05), normal);
    const pool = poolOf(cells);
    return [8, 9].map((row) => moderatedMean(difference(cells[0]!, cells[row]!), pool)!.standardError);
  });
  const [calm, wild] = [0, 1].map((kind) => meanOf(errors.map((pair) => pair[kind]!)).mean);
  expect(wild! / calm!).toBeGreaterThan(2.5);
});

test('what slows a whole block changes nothing', () => {
  const value = fc.double({ min: -1, max: 1, noNaN: true });
  const line = fc.array(value, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 4, maxLength: 6 }), line, (lines, slowdown) => {
      const means = [slowdown.map(() => 0), slowdown].map((common) => {
        const rows = lines.map((values, row) =>
          rowOf(
            values.map((one, block) => one + common[block]!),
            row === 0,
          ),
        );
        return moderatedMean(difference(rows[0]!, rows[3]!), poolOf(rows))!;
      });
      expect(means[1]!.mean).toBeCloseTo(means[0]!.mean, 9);
      expect(means[1]!.standardError).toBeCloseTo(means[0]!.standardError, 5);
      expect(means[1]!.count).toBeCloseTo(means[0]!.count, 5);
    }),
  );
});

test('two rows have nobody to borrow from: their mean is Student’s', () => {
  const rows = [rowOf([0.1, 0.4, 0.2], true), rowOf([0.3, 0.1, 0.2])];
  const contrast = difference(rows[0]!, rows[1]!);
  expect(moderatedMean(contrast, poolOf(rows))).toEqual(meanOf(blockSums(contrast)));
});

test('few rows tell little: degrees of freedom grow with them, up to three more than the contrast’s own', () => {
  const normal = seededNormal(9);
  const freedoms = [3, 4, 6, 10, 20].map((count) => {
    const rows = kernel(count, 4, () => 0.1, normal);
    return moderatedMean(difference(rows[0]!, rows[count - 1]!), poolOf(rows))!.count - 1;
  });
  expect(freedoms).toEqual(freedoms.toSorted((a, b) => a - b));
  expect(freedoms[0]).toBeGreaterThan(3);
  expect(freedoms[0]).toBeLessThan(6);
  expect(freedoms.at(-1)).toBe(6);
});

test('a single block borrows no spread, and rows that share no block say nothing', () => {
  const rows = [
    rowOf([0.1, null, null], true),
    rowOf([0.3, 0.1, 0.2]),
    rowOf([0.1, 0.2, 0.4]),
    rowOf([null, 1, 2]),
  ];
  const pool = poolOf(rows);
  expect(moderatedMean(difference(rows[0]!, rows[1]!), pool)).toMatchObject({
    standardError: Infinity,
    count: 1,
  });
  expect(moderatedMean(difference(rows[0]!, rows[3]!), pool)).toBeUndefined();
});

test('rows without any noise have none, and a row from elsewhere is refused', () => {
  const rows = [1, 2, 3].map((level) => rowOf([level, level + 1, level + 2], level === 1));
  expect(moderatedMean(difference(rows[0]!, rows[1]!), poolOf(rows))).toMatchObject({
    mean: -1,
    standardError: 0,
  });
  const normal = seededNormal(1);
  const [base, ...others] = kernel(5, 3, () => 0.1, normal);
  expect(() => moderatedMean(difference(base!, rowOf([1, 2, 3])), poolOf([base!, ...others]))).toThrow(
    'expected rows of the pool',
  );
});
