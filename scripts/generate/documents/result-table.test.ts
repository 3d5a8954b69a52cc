import { expect, it } from 'vitest';
import { analyse } from '../../../packages/analysis/src/index.ts';
import { fourCells, syntheticRun } from '../../../packages/analysis/fixtures/synthetic-run.ts';
import { resultTable } from './result-table.ts';

const kernels = [
  { kernel: 'loops', cells: fourCells(100e6, 40e6, 52e6, 21e6) },
  { kernel: 'chain', cells: fourCells(80e6, 80e6, 80e6, 80e6), items: 1 },
];
const text = resultTable(analyse(syntheticRun(kernels, { blocks: 12 })), 'results/some');
const rows = text.split('\n').filter((line) => line.startsWith('| `'));

it('has a row for each kernel, with the time of the base and the lever', () => {
  expect(rows.map((row) => row.split(' | ')[0])).toEqual(['| `loops`', '| `chain`']);
  expect(rows[0]).toMatch(/^\| `loops` \| \d+(\.\d+)? ms \|/);
  expect(rows[0]).toContain('**both**');
  expect(rows[1]).toContain('**neither helps**; its work cannot be divided');
});

it('shows each lever by the cell that stands for it, against the base', () => {
  const [, , rewrite, cores, both] = rows[0]!.split(' | ');
  expect(rewrite).toMatch(/^\*\*×2\.[45]\d\*\* 2\.\d+–2\.\d+$/);
  expect(cores).toMatch(/^\*\*×1\.9\d\*\* 1\.\d+–\d\.\d+$/);
  expect(both).toMatch(/^\*\*×4\.[78]\d\*\* 4\.\d+–\d\.\d+$/);
});

it('says where, when and how it was measured, and where the run is', () => {
  expect(text).toContain('Measured on 2026-09-23 by `crossover run`');
  expect(text).toContain('Invented CPU, 2 cores');
  expect(text).toContain('](results/some)');
});

it('shows a lever that was not measured as missing', () => {
  const alone = kernels[0]!.cells.slice(0, 1);
  const missing = resultTable(analyse(syntheticRun([{ kernel: 'loops', cells: alone }])), 'results/some');
  expect(missing).toMatch(/\| – \| – \| – \| \*\*open\*\*/);
});
