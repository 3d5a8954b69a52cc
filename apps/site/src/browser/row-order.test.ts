import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOrder } from './row-order.ts';

function column(texts: readonly string[]) {
  return { title: 'time', align: 'right' as const, texts };
}

test('rows are sorted by values, not by how these are written', () => {
  const times = column(['980 µs', '1.20 ms', '12.0 ms']);
  expect(rowOrder([times], 0, 'ascending')).toEqual([0, 1, 2]);
  expect(rowOrder([times], 0, 'descending')).toEqual([2, 1, 0]);
});

test('what has no value comes last in both directions', () => {
  const times = column(['–', '1 ms', '–', '2 ms']);
  expect(rowOrder([times], 0, 'ascending')).toEqual([1, 3, 0, 2]);
  expect(rowOrder([times], 0, 'descending')).toEqual([3, 1, 0, 2]);
});

test('without numbers texts decide, numbers in them as numbers', () => {
  expect(rowOrder([column(['worker-threads-10', '', 'worker-threads-2'])], 0, 'ascending')).toEqual([
    2, 0, 1,
  ]);
});

test('no row is lost or doubled', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), fc.boolean(), (values, isAscending) => {
      const order = rowOrder(
        [column(values.map((value) => (value === null ? '' : String(value))))],
        0,
        isAscending ? 'ascending' : 'descending',
      );
      expect(order.toSorted((a, b) => a - b)).toEqual(values.map((_, row) => row));
    }),
  );
});
