import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import { DIGEST, failed, fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import type { CellResult, Failure, MeasuredCell, PlannedPass } from '@crossover/model';
import type { MeasuredRun } from './measured-run.ts';

const RUST = 'nbody/medium/rust/single-thread';
const run = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 40e6, 50e6, 30e6) }]);

test('time is the geometric mean of the trials’ medians, memory their maximum', () => {
  const steadyMachine = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 40e6, 50e6, 30e6) }], {
    blockNoise: 0,
    trialNoise: 0,
    blocks: 4,
  });
  expect(cellOf(steadyMachine)).toMatchObject({
    status: 'ok',
    digest: DIGEST,
    trials: 4,
    unsteadyTrials: 0,
    failedTrials: 0,
    wallNs: {
      estimate: expect.closeTo(40e6, 0),
      low: expect.closeTo(40e6, 0),
      high: expect.closeTo(40e6, 0),
    },
    peakRssBytes: 50 * 2 ** 20 + 3,
    phasesNs: { compute: expect.closeTo(40e6, 0), wait: 0 },
  });
});

test('a pass takes the geometric mean of the trials that timed it, with an interval', () => {
  const passes = [{ name: 'prepare' }, { name: 'call', calls: 1000 }];
  const timed = withTrials(withPasses(run, passes), (trial) => {
    // As after an older version measured the first block.
    if (trial.block === 0) return trial;
    return { ...trial, passesNs: [7e3, trial.block % 2 === 0 ? 2e6 : 8e6] };
  });
  const { passesNs } = cellOf(timed) as MeasuredCell;
  expect(passesNs).toMatchObject([
    { name: 'prepare', estimate: expect.closeTo(7e3), low: expect.closeTo(7e3), high: expect.closeTo(7e3) },
    { name: 'call', calls: 1000 },
  ]);
  // Four trials of 8 ms and three of 2 ms.
  const { estimate, low, high } = passesNs![1]!;
  expect(estimate).toBeCloseTo(Math.exp((4 * Math.log(8e6) + 3 * Math.log(2e6)) / 7), 0);
  expect(low).toBeLessThan(estimate);
  expect(high).toBeGreaterThan(estimate);
});

test('a pass that took no time that the clock could see has a time of zero', () => {
  const timed = withTrials(withPasses(run, [{ name: 'nothing', calls: 5 }]), (trial) => ({
    ...trial,
    passesNs: [0],
  }));
  expect(cellOf(timed)).toMatchObject({ passesNs: [{ estimate: 0, low: 0, high: 0 }] });
});

test('a run of before passes were timed has no times of them', () => {
  expect(cellOf(run)).not.toHaveProperty('passesNs');
  expect(cellOf(withPasses(run, [{ name: 'all' }]))).not.toHaveProperty('passesNs');
});

test('one wrong answer fails the cell, even that of its twin, and even if a later trial of the turn was right', () => {
  const wrong: Failure = {
    code: 'wrong-digest',
    message: 'wrong',
    digests: { expected: DIGEST, actual: 'f00' },
  };
  const once = withTrials(run, (trial) =>
    trial.cell === RUST && trial.block === 3 ? { ...trial, digest: 'f00' } : trial,
  );
  expect(cellOf(once)).toMatchObject({
    status: 'failed',
    failure: {
      code: 'wrong-digest',
      where: `${RUST}, block 3`,
      digests: { expected: DIGEST, actual: 'f00' },
    },
  });
  const retried = { ...once, records: [...once.records, ...run.records] };
  expect(cellOf(retried)).toMatchObject({ status: 'failed', failure: { code: 'wrong-digest' } });
  const reported = withTrials(run, (trial) =>
    trial.cell === RUST && trial.block === 0 ? failed(trial, wrong) : trial,
  );
  expect(cellOf(reported)).toMatchObject({ status: 'failed', reason: 'wrong', failure: wrong });
  const twin = withTrials(run, (trial) => (trial.twin === 1 ? { ...trial, digest: 'f00' } : trial));
  expect(cellOf(twin, 'nbody/medium/typescript/single-thread')).toMatchObject({ status: 'failed' });
});

test('a failed cell has no time, no comparison and no part in the answer', () => {
  const result = analyse(
    withTrials(run, (trial) => (trial.cell === RUST ? { ...trial, digest: 'f00' } : trial)),
  );
  expect(result.cells.find(({ id }) => id === RUST)).not.toHaveProperty('wallNs');
  expect(JSON.stringify(result.comparisons)).not.toContain(RUST);
  expect(result.attribution).toEqual([]);
  expect(result.levers[0]!.note).toContain('left out, since failed: rust/single-thread');
});

test('a cell that lost some trials keeps the others and says so', () => {
  const crash: Failure = { code: 'worker-ended', message: 'a worker ended' };
  const some = withTrials(run, (trial) =>
    trial.cell === RUST && trial.block < 3 ? failed(trial, crash) : trial,
  );
  expect(cellOf(some)).toMatchObject({ status: 'ok', trials: 5, failedTrials: 3 });
  const all = withTrials(run, (trial) => (trial.cell === RUST ? failed(trial, crash) : trial));
  expect(cellOf(all)).toMatchObject({ status: 'failed', reason: 'a worker ended', failure: crash });
});

test('a turn that was taken again counts once, with its last record', () => {
  const crash: Failure = { code: 'trial-ended', message: 'the trial ended' };
  const first = withTrials(run, (trial) => (trial.cell === RUST ? failed(trial, crash) : undefined));
  expect(cellOf({ ...run, records: [...first.records, ...run.records] })).toEqual(cellOf(run));
});

test('a trial without a usable time is a failure, not a number', () => {
  for (const samplesNs of [[], [0], [Number.NaN], [-1]]) {
    const damaged = withTrials(run, (trial) => (trial.cell === RUST ? { ...trial, samplesNs } : trial));
    expect(cellOf(damaged)).toMatchObject({ status: 'failed', failure: { code: 'run-damaged' } });
  }
});

test('a CPU clock that reads zero still gives a finite interval', () => {
  const coarse = withTrials(run, (trial) => ({ ...trial, cpuNs: [trial.block % 2 === 0 ? 0 : 1e6] }));
  expect(cellOf(coarse)).toMatchObject({ cpuNs: { estimate: 5e5, low: expect.any(Number) } });
  const single = { ...coarse, records: coarse.records.slice(0, 5) };
  expect(cellOf(single)).toMatchObject({ cpuNs: { estimate: 0, low: 0, high: UNBOUNDED } });
});

test('unsteady trials are counted, not dropped', () => {
  const unsteady = withTrials(run, (trial) => ({ ...trial, steady: trial.block !== 2 }));
  expect(cellOf(unsteady)).toMatchObject({ trials: 8, unsteadyTrials: 1 });
});

test('trials that fall into two groups are shown as two modes, and one hump as none', () => {
  const bistable = withTrials(run, (trial) =>
    trial.cell === RUST && trial.block >= 6
      ? { ...trial, samplesNs: trial.samplesNs.map((time) => time * 8) }
      : trial,
  );
  const modes = [
    { medianNs: expect.any(Number), share: 0.75 },
    { medianNs: expect.any(Number), share: 0.25 },
  ];
  expect(cellOf(bistable)).toMatchObject({ modes });
  const quiet = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 40e6, 50e6, 30e6) }], {
    blockNoise: 0.01,
  });
  expect(cellOf(quiet)).not.toHaveProperty('modes');
});

test('a cell that the machine does not offer keeps its reason and its remedy', () => {
  const unavailable = { reason: 'cargo was not found', remedy: 'install Rust' };
  const without = syntheticRun([
    { kernel: 'nbody', cells: [{ lane: 'rust', placement: 'single-thread', timeNs: 1, unavailable }] },
  ]);
  expect(cellOf(without)).toEqual({
    id: RUST,
    kernel: 'nbody',
    workload: 'medium',
    lane: 'rust',
    mode: 'single-thread',
    workers: 1,
    status: 'unavailable',
    ...unavailable,
  });
});

test('what an interruption left out is not measured yet, and can be resumed', () => {
  const interrupted: Failure = { code: 'interrupted', message: 'interrupted' };
  const stopped = withTrials(run, (trial) => {
    if (trial.cell !== RUST) return trial;
    return trial.block === 0 ? failed(trial, interrupted) : undefined;
  });
  expect(cellOf(stopped)).toMatchObject({
    status: 'unavailable',
    reason: 'not measured yet',
    remedy: expect.stringContaining('--resume'),
  });
});

test('a run that stopped within a block compares over the blocks that hold both cells', () => {
  const partial = withTrials(run, (trial) => (trial.cell === RUST && trial.block >= 5 ? undefined : trial));
  const result = analyse(partial);
  expect(cellOf(partial)).toMatchObject({ trials: 5 });
  const { speedUp } = result.comparisons.find(({ subject }) => subject === RUST)!;
  expect(speedUp.estimate).toBeGreaterThan(2);
  expect(speedUp.estimate).toBeLessThan(2.5);
});

function cellOf(measured: MeasuredRun, id = RUST): CellResult | undefined {
  return analyse(measured).cells.find((cell) => cell.id === id);
}

/** The same run of a kernel with these passes. */
function withPasses(measured: MeasuredRun, passes: readonly PlannedPass[]): MeasuredRun {
  const kernels = measured.plan.kernels.map((kernel) => ({ ...kernel, passes }));
  return { ...measured, plan: { ...measured.plan, kernels } };
}
