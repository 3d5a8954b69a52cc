import { expect, test } from 'vitest';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import type { Comparison, CompletedTrial } from '@crossover/model';
import type { MeasuredRun } from './measured-run.ts';

const BASE = 'nbody/medium/typescript/single-thread';
const RUST = 'nbody/medium/rust/single-thread';

/** A cell's trials, as they would be with other clocks. */
function withClocks(
  run: MeasuredRun,
  cell: string,
  { wall = 1, cpu = 1 }: { readonly wall?: number; readonly cpu?: number },
): MeasuredRun {
  return withTrials(run, (trial): CompletedTrial =>
    trial.cell === cell
      ? { ...trial, samplesNs: scaled(trial.samplesNs, wall), cpuNs: scaled(trial.cpuNs, cpu) }
      : trial,
  );
}

function scaled(times: readonly number[], factor: number): readonly number[] {
  return times.map((time) => time * factor);
}

const equal = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 90e6, 50e6, 50e6) }]);
const different = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 40e6, 50e6, 25e6) }]);

test('cells on one thread have a speed-up in CPU time as well, others have none', () => {
  const { cpuSpeedUp, speedUp } = on(different);
  expect(cpuSpeedUp!.estimate).toBeCloseTo(speedUp.estimate, 6);
  const parallel = analyse(different).comparisons.filter(({ subject }) => subject.includes('worker-threads'));
  expect(parallel).toHaveLength(4);
  for (const comparison of parallel) expect(comparison).not.toHaveProperty('cpuSpeedUp');
});

test('a verdict that CPU time confirms stands', () => {
  expect(on(different)).toMatchObject({ verdict: 'faster' });
  expect(on(different)).not.toHaveProperty('contended');
});

test('who only waited longer is not slower: CPU time shows both to be the same', () => {
  const waited = on(withClocks(equal, BASE, { wall: 1.6 }));
  expect(waited.speedUp.low).toBeGreaterThan(1.3);
  expect(waited).toMatchObject({ verdict: 'inconclusive', contended: true });
  expect(waited).not.toHaveProperty('alone');
  const other = on(withClocks(equal, RUST, { wall: 1.6 }));
  expect(other).toMatchObject({ verdict: 'inconclusive', contended: true });
});

test('nor is who waited while the other computed for longer', () => {
  const opposite = withClocks(withClocks(equal, BASE, { wall: 2 }), RUST, { wall: 1.3, cpu: 1.3 });
  expect(on(opposite).cpuSpeedUp!.high).toBeLessThan(1);
  expect(on(opposite)).toMatchObject({ verdict: 'inconclusive', contended: true });
});

test('help from other threads costs CPU time and is a gain nevertheless', () => {
  const helped = on(withClocks(different, RUST, { cpu: 90 / 40 }));
  expect(helped.cpuSpeedUp!.estimate).toBeCloseTo(1, 1);
  expect(helped).toMatchObject({ verdict: 'faster' });
  expect(helped).not.toHaveProperty('contended');
});

test('a CPU clock that says too little contradicts nothing', () => {
  const waited = withClocks(equal, BASE, { wall: 1.6 });
  const vague = withTrials(waited, (trial) => ({
    ...trial,
    cpuNs: trial.cpuNs.map((time) => time * (trial.cell === RUST ? 3 ** ((trial.block % 2) - 0.5) : 1)),
  }));
  expect(on(vague)).toMatchObject({ verdict: 'faster' });
  const none = withTrials(waited, (trial) => ({ ...trial, cpuNs: [0] }));
  expect(on(none)).toMatchObject({ verdict: 'faster' });
  expect(on(none)).not.toHaveProperty('cpuSpeedUp');
});

test('a contended language says nothing about the lever', () => {
  const clear = { kernel: 'nbody', cells: fourCells(90e6, 60e6, 90e6, 60e6) };
  expect(analyse(syntheticRun([clear])).levers[0]!.lever).toBe('language');
  const waited = withClocks(syntheticRun([clear]), BASE, { cpu: 60 / 90 });
  expect(analyse(waited).levers[0]!.lever).toBe('inconclusive');
});

function on(run: MeasuredRun): Comparison {
  return analyse(run).comparisons.find(({ base, subject }) => base === BASE && subject === RUST)!;
}
