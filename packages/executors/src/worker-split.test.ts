import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { splitsOf } from './worker-split.ts';

const written = (workers: number) =>
  splitsOf(workers).map(({ processes, threads }) => `${processes}x${threads}`);

test('workers are in one process, in one each, and between that in the most balanced way', () => {
  expect(written(1)).toEqual(['1x1']);
  expect(written(2)).toEqual(['1x2', '2x1']);
  expect(written(7)).toEqual(['1x7', '7x1']);
  expect(written(4)).toEqual(['1x4', '2x2', '4x1']);
  expect(written(12)).toEqual(['1x12', '3x4', '4x3', '12x1']);
});

test('no way to divide workers loses or repeats one', () => {
  assert(
    property(integer({ min: 1, max: 64 }), (workers) => {
      const splits = splitsOf(workers);
      expect(splits.every(({ processes, threads }) => processes * threads === workers)).toBe(true);
      expect(new Set(splits.map(({ processes }) => processes)).size).toBe(splits.length);
    }),
  );
});
