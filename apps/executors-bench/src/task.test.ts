import { expect, test } from 'vitest';
import { allowedCores } from './core-layout.ts';
import { perform } from './perform.ts';
import { bindSet, BULK_BYTES, prepareSet, SKEWED_ITEMS, skewedLengths } from './task.ts';

test('one skewed item in twenty costs a hundred times as much as the others', () => {
  const costs = skewedLengths().map((length) => length * length);
  const heavy = costs.filter((cost) => cost > Math.min(...costs));
  expect(heavy).toHaveLength(SKEWED_ITEMS / 20);
  expect(new Set(heavy)).toEqual(new Set([100 * Math.min(...costs)]));
});

test('the bulk is 16 MiB, with nothing to compute', async () => {
  const { inputs } = await prepareSet('bulk');
  expect(inputs['lefts']?.byteLength).toBe(BULK_BYTES);
  expect(inputs['rights']?.byteLength).toBe(0);
});

test('a task computes its item, takes bytes, or does nothing', async () => {
  const compute = await bindSet('flood');
  expect(() => compute(0)).not.toThrow();
  expect(await perform({ kind: 'item', set: 'flood', item: 7 })).toBe(7);
  expect(perform({ kind: 'item', set: 'flood', item: 8 })).toBe(8);
  expect(perform({ kind: 'bytes', bytes: new Uint8Array(5) })).toBe(5);
  expect(perform({ kind: 'nothing' })).toBe(0);
});

test('the cores that a process may use are read from ranges and single numbers', () => {
  expect(allowedCores('Cpus_allowed:\tff\nCpus_allowed_list:\t0-2,5,7-8\n')).toEqual([0, 1, 2, 5, 7, 8]);
});
