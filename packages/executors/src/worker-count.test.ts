import { expect, test } from 'vitest';
import { checkWorkers } from './worker-count.ts';

test.each([1, 2, 64])('%d workers are accepted', (workers) => {
  expect(() => checkWorkers(workers)).not.toThrow();
});

test.each([0, -1, 65, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d workers are refused', (workers) => {
  const message = `workers: expected an integer from 1 to 64, got ${workers}`;
  expect(() => checkWorkers(workers)).toThrow(message);
});

test('a mode without workers takes exactly one', () => {
  expect(() => checkWorkers(1, 1)).not.toThrow();
  expect(() => checkWorkers(2, 1)).toThrow('workers: expected 1, got 2');
});
