import { expect, test } from 'vitest';
import { groupSize } from './groups.ts';

const cells = [{ workers: 1 }, { workers: 2 }];
const GIGABYTE = 1e9;

test('as many trials are alive at the same time as fit into half of the memory that is free', () => {
  const settings = {};
  const roomy = groupSize(cells, { settings, inputBytes: 0, freeBytes: 24 * GIGABYTE });
  expect(roomy).toBeGreaterThan(12);
  const big = { settings, inputBytes: 0.5 * GIGABYTE };
  expect(groupSize(cells, { ...big, freeBytes: 28 * GIGABYTE })).toBe(2);
  expect(groupSize(cells, { ...big, freeBytes: 1 * GIGABYTE })).toBe(1);
});

test('one, where workers spin even when there is nothing to do', () => {
  expect(
    groupSize(cells, { settings: { waitPolicy: 'spin' }, inputBytes: 0, freeBytes: 24 * GIGABYTE }),
  ).toBe(1);
});
