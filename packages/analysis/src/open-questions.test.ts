import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '../fixtures/synthetic-run.ts';
import { openQuestions } from './open-questions.ts';
import type { Machine } from '../fixtures/synthetic-run.ts';
import type { BlockRecord, OpenQuestion } from '@crossover/model';

function openAfter(cells: ReturnType<typeof fourCells>, machine: Partial<Machine>): readonly OpenQuestion[] {
  const run = syntheticRun([{ kernel: 'k', cells }], machine);
  return openQuestions(run, run.plan.kernels[0]!);
}

test('nothing is open about differences that are far beyond the noise', () => {
  expect(openAfter(fourCells(100, 50, 52, 27), { blocks: 5 })).toEqual([]);
});

test('a difference about as large as the margin is open while the noise is larger', () => {
  const open = openAfter(fourCells(100, 95, 52, 27), { blocks: 4, trialNoise: 0.05 });
  const rust = open.find(({ subject }) => subject === 'k/medium/rust/single-thread');
  expect(rust?.halfWidth).toBeGreaterThan(0.025);
});

test('the same difference is no longer open once it is known to two per cent', () => {
  const open = openAfter(fourCells(100, 95, 52, 27), { blocks: 40, trialNoise: 0.01 });
  expect(open).toEqual([]);
});

test('a single block leaves everything open, and shows no width', () => {
  const open = openAfter(fourCells(100, 50, 52, 27), { blocks: 1 });
  expect(open.length).toBeGreaterThanOrEqual(3);
  for (const { halfWidth } of open) expect(halfWidth).toBeGreaterThan(1e6);
});

test('a lane beside the plain ones keeps no kernel open, unless nothing else is asked', () => {
  const plain = fourCells(100, 50, 52, 27);
  const simd = { lane: 'rust-simd', placement: 'single-thread', timeNs: 100 };
  const machine = { blocks: 5, trialNoise: 0.04 };
  expect(openAfter([...plain, simd], machine)).toEqual([]);
  const alone = openAfter([plain[0]!, simd], machine);
  expect(alone.map(({ subject }) => subject)).toEqual(['k/medium/rust-simd/single-thread']);
});

test('a block that was measured in place of a disturbed one takes its place', () => {
  const run = syntheticRun([{ kernel: 'k', cells: fourCells(100, 50, 52, 27) }], { blocks: 5 });
  const slow = run.records.map((record) =>
    record.kind === 'trial' && record.status === 'ok' && record.block === 4 && record.cell.includes('rust')
      ? { ...record, samplesNs: record.samplesNs.map((time) => time * 50) }
      : record,
  );
  const replaced: BlockRecord = {
    kind: 'block',
    kernel: 'k',
    workload: 'medium',
    block: 5,
    replaces: 4,
    disturbances: [],
  };
  const [kernel] = run.plan.kernels;
  expect(openQuestions({ ...run, records: slow }, kernel!).length).toBeGreaterThan(0);
  expect(openQuestions({ ...run, records: [...slow, replaced] }, kernel!)).toEqual([]);
});
