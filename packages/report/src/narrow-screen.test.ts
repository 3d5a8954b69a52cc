import { expect, test } from 'vitest';
import { smallResult } from '../fixtures/small-result.ts';
import { renderSummary } from './terminal.ts';

const NARROW = { width: 55, colour: false, unicode: true };

test('where it is narrow, names and intervals go before the table does', () => {
  const text = renderSummary(smallResult(), NARROW, {}, 'nothing-printed');
  expect(text).toMatch(/\nkernel +do +language +cores +together\n─+\n/);
  expect(text).toMatch(/\npidigits +rewrite +×3\.13 +one item\n/);
  expect(text).toMatch(/\nall kernels +×1\.78\n/);
  expect(text.replaceAll('\n', ' ')).toContain('All kernels: geometric mean.');
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(55);
});
