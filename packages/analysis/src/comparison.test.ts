import { expect, test } from 'vitest';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import type { Comparison } from '@crossover/model';
import type { MeasuredRun } from './measured-run.ts';

const RUST = 'nbody/medium/rust/single-thread';
const run = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 45e6, 50e6, 25e6) }], { blocks: 10 });

test('what slows a whole block cancels out', () => {
  const calm = compared(run);
  const stormy = compared(
    withTrials(run, (trial) => ({
      ...trial,
      samplesNs: trial.samplesNs.map((time) => time * (trial.block % 2 === 0 ? 5 : 1)),
    })),
  );
  expect(stormy.speedUp.estimate).toBeCloseTo(calm.speedUp.estimate, 9);
  expect(stormy.speedUp.low).toBeCloseTo(calm.speedUp.low, 9);
});

test('the sign test stands beside the interval from six blocks on', () => {
  expect(compared(run).signTest!.low).toBeGreaterThan(1.9);
  const five = {
    ...run,
    records: run.records.filter((record) => record.kind === 'trial' && record.block < 5),
  };
  expect(compared(five).signTest).toBeUndefined();
  expect(compared(five).fragile).toBeUndefined();
});

test('a verdict that the sign test does not confirm is fragile', () => {
  // Each of the first eight blocks shows the same gain, two blocks a small loss: enough for t, not for signs.
  const odd = withTrials(run, (trial) => {
    const factor = trial.cell === RUST && trial.block >= 8 ? 2.06 : 1;
    return { ...trial, samplesNs: trial.samplesNs.map((time) => time * factor) };
  });
  expect(compared(odd)).toMatchObject({ verdict: 'faster', fragile: true });
  expect(compared(run)).not.toHaveProperty('fragile');
});

test('a verdict of equality is fragile when single blocks lie beyond the margin', () => {
  const equal = syntheticRun([{ kernel: 'nbody', cells: fourCells(1e6, 1e6, 1e6, 1e6) }], {
    blocks: 8,
    trialNoise: 0.004,
  });
  const stray = withTrials(equal, (trial) => {
    const factor = trial.cell === RUST && trial.block === 2 ? 1.052 : 1;
    return { ...trial, samplesNs: trial.samplesNs.map((time) => time * factor) };
  });
  expect(compared(equal)).toMatchObject({ verdict: 'same' });
  expect(compared(equal)).not.toHaveProperty('fragile');
  expect(compared(stray)).toMatchObject({ verdict: 'same', fragile: true });
});

test('records of other cells are not looked at', () => {
  const records = run.records.flatMap((record) =>
    'cell' in record ? { ...record, cell: `${record.cell}/elsewhere` } : [],
  );
  expect(analyse({ ...run, records: [...run.records, ...records] })).toEqual(analyse(run));
});

function compared(measured: MeasuredRun): Comparison {
  return analyse(measured).comparisons.find(({ subject }) => subject === RUST)!;
}
