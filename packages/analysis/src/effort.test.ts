import { expect, test } from 'vitest';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { effortOf } from './effort.ts';
import type { BlockRecord, Disturbance } from '@crossover/model';

const run = syntheticRun([{ kernel: 'k', cells: fourCells(100, 50, 52, 27) }], { blocks: 3 });

function block(number: number, disturbances: readonly Disturbance[], replaces?: number): BlockRecord {
  const record = { kind: 'block', kernel: 'k', workload: 'medium', block: number, disturbances } as const;
  return replaces === undefined ? record : { ...record, replaces };
}

test('the share of samples is theirs of all that the processes took', () => {
  const told = withTrials(run, (trial) => ({
    ...trial,
    samplesNs: [10, 20],
    operationsPerSample: 4,
    processNs: 300,
  }));
  const trials = told.records.length;
  const steal = { kind: 'steal', share: 0.1 } as const;
  const records = [...told.records, block(0, [steal]), block(1, [], 0), block(2, [steal])];
  expect(effortOf(records)).toEqual({
    processNs: 300 * trials,
    sampledShare: 0.4,
    blocks: 3,
    disturbedBlocks: 2,
    replacedBlocks: 1,
  });
});

test('a run whose trials do not tell how long they took says nothing', () => {
  expect(effortOf(run.records)).toBeUndefined();
});
