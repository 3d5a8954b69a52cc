import { describe, expect, test } from 'vitest';
import { meanOf } from '@crossover/statistics';
import { DIGEST, failed, fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { compareRuns } from './compare-runs.ts';
import type { Machine, SyntheticKernel } from '../fixtures/synthetic-run.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Fingerprint, RunComparison } from '@crossover/model';

const BASE = 'nbody/medium/typescript/single-thread';
const RUST = 'nbody/medium/rust/single-thread';
const cells = fourCells(90e6, 45e6, 50e6, 25e6);

/** Calm enough that trials, which share no blocks with those of another run, tell differences of some per cent. */
const CALM: Partial<Machine> = { blocks: 12, blockNoise: 0.01, trialNoise: 0.01 };

function runOf(
  kernels: readonly SyntheticKernel[],
  seed: number,
  machine: Partial<Machine> = {},
): MeasuredRun {
  return syntheticRun(kernels, { ...CALM, seed, ...machine });
}

const nbody = [{ kernel: 'nbody', cells }];
const base = runOf(nbody, 1);

describe('a cell that got slower', () => {
  const slower = [{ kernel: 'nbody', cells: fourCells(90e6, 45e6 * 1.15, 50e6, 25e6) }];
  const comparison = compareRuns(base, runOf(slower, 2));

  test('is found, and the others are not', () => {
    expect(changeOf(comparison, RUST)).toMatchObject({
      significant: true,
      relevant: true,
      verdict: 'slower',
    });
    const others = comparison.changes.filter(({ id }) => id !== RUST);
    expect(others.map(({ verdict }) => verdict)).toEqual(['same', 'same', 'same']);
  });

  test('has a speed-up below 1 whose interval covers the truth, and is faster the other way round', () => {
    const { speedUp } = changeOf(comparison, RUST);
    expect(speedUp.low).toBeLessThan(1 / 1.15);
    expect(speedUp.high).toBeGreaterThan(1 / 1.15);
    const back = compareRuns(runOf(slower, 2), base);
    expect(changeOf(back, RUST).verdict).toBe('faster');
    expect(changeOf(back, RUST).speedUp.estimate).toBeCloseTo(1 / speedUp.estimate, 9);
  });

  test('moves no other cell, and so not what most cells share', () => {
    expect(comparison.typical).toBeGreaterThan(0.98);
    expect(comparison.typical).toBeLessThan(1.02);
  });
});

test('a change within the margin may be significant and is not relevant', () => {
  const little = [{ kernel: 'nbody', cells: fourCells(90e6, 45e6 * 1.03, 50e6, 25e6) }];
  const comparison = compareRuns(
    runOf(nbody, 3, { trialNoise: 0.003, blockNoise: 0.003 }),
    runOf(little, 4, { trialNoise: 0.003, blockNoise: 0.003 }),
  );
  expect(changeOf(comparison, RUST)).toMatchObject({ significant: true, relevant: false, verdict: 'same' });
});

test('between runs of the same code, a change is found in at most about 5 % of all pairs', () => {
  const names = ['nbody', 'fannkuch', 'sha256'];
  const kernels = names.map((kernel) => ({ kernel, cells }));
  const comparisons = Array.from({ length: 150 }, (_, index) =>
    compareRuns(
      runOf(kernels, 2 * index + 1, { blocks: 6, trialNoise: 0.03, blockNoise: 0.03 }),
      runOf(kernels, 2 * index + 2, { blocks: 6, trialNoise: 0.03, blockNoise: 0.03 }),
    ),
  );
  const alarms = comparisons.map(({ changes }) => (changes.some(({ significant }) => significant) ? 1 : 0));
  // 5 % and two standard errors of such a share.
  expect(meanOf(alarms).mean).toBeLessThan(0.086);
  const all = comparisons.flatMap(({ changes }) => changes);
  const byChance = meanOf(all.map(({ p }) => (p <= 0.05 ? 1 : 0))).mean;
  // Inflation is never below 1, which makes single cells a little rarer than 5 %.
  expect(byChance).toBeGreaterThan(0.015);
  expect(byChance).toBeLessThan(0.06);
  expect(all.filter(({ relevant }) => relevant)).toEqual([]);
});

test('the noise of either run widens the intervals, and withholds verdicts where it is too great', () => {
  const calm = compareRuns(base, runOf(nbody, 2));
  const biased = compareRuns(base, runOf(nbody, 2, { twinBias: 1.02 }));
  expect(biased.head.noise.inflation).toBeGreaterThan(1.5);
  expect(width(biased)).toBeGreaterThan(width(calm));
  expect(biased.verdictsWithheld).toBe(false);
  for (const pair of [
    [base, runOf(nbody, 2, { twinBias: 1.3 })],
    [runOf(nbody, 2, { twinBias: 1.3 }), base],
  ] as const) {
    const noisy = compareRuns(...pair);
    expect(noisy.verdictsWithheld).toBe(true);
    expect(new Set(noisy.changes.map(({ verdict }) => verdict))).toEqual(new Set(['withheld']));
    expect(changeOf(noisy, RUST).speedUp.estimate).toBeGreaterThan(0.9);
  }
});

test('a run that mixes what must not be mixed withholds verdicts, whatever its twins say', () => {
  const mixed = { ...base, head: { ...base.head, mixed: ['node: 24 and 26'] } };
  expect(compareRuns(base, mixed)).toMatchObject({
    verdictsWithheld: true,
    head: { mixed: ['node: 24 and 26'] },
  });
  expect(compareRuns(mixed, base).verdictsWithheld).toBe(true);
});

test('a change that the ranks of the trials do not confirm is fragile', () => {
  // With these seeds the twins make no interval wider.
  const still = { trialNoise: 0.0005, blockNoise: 0.0005, blocks: 6 };
  const head = runOf(singleThreads(45e6 * 1.1), 4, still);
  const stray = withTrials(runOf(singleThreads(45e6), 3, still), (trial) => {
    const factor = trial.cell === RUST && trial.block === 0 ? 1.13 : 1;
    return { ...trial, samplesNs: trial.samplesNs.map((time) => time * factor) };
  });
  // One trial of the base is slower than all of the head: 2 × 30 of the 924 ways to divide twelve ranks.
  const change = changeOf(compareRuns(stray, head), RUST);
  expect(change).toMatchObject({ significant: true, verdict: 'slightly-slower', fragile: true });
  expect(change.ranksP).toBeCloseTo(60 / 924, 12);
  expect(changeOf(compareRuns(runOf(singleThreads(45e6), 3, still), head), RUST)).not.toHaveProperty(
    'fragile',
  );
});

test('too few trials for any ranks to tell do not make a change fragile', () => {
  const slower = [{ kernel: 'nbody', cells: fourCells(90e6, 45e6 * 1.5, 50e6, 25e6) }];
  const change = changeOf(compareRuns(runOf(nbody, 1, { blocks: 3 }), runOf(slower, 2, { blocks: 3 })), RUST);
  expect(change).toMatchObject({ verdict: 'slower', ranksP: 0.1 });
  expect(change).not.toHaveProperty('fragile');
});

describe('a cell that cannot be compared is listed with the reason', () => {
  test('because only one of the runs has it', () => {
    const { changes, unmatched } = compareRuns(
      runOf([{ kernel: 'nbody', cells: cells.slice(0, 3) }], 1),
      runOf([{ kernel: 'nbody', cells: [cells[0]!, cells[3]!] }], 2),
    );
    expect(changes.map(({ id }) => id)).toEqual([BASE]);
    expect(unmatched.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'head-only nbody/medium/rust/worker-threads-2',
      'base-only nbody/medium/typescript/worker-threads-2',
      'base-only nbody/medium/rust/single-thread',
    ]);
  });

  test('because the work differs', () => {
    const other = replanned(base, { parameters: { size: 2000 }, inputSeed: 9 });
    const { changes, unmatched } = compareRuns(base, other);
    expect(changes).toEqual([]);
    expect(unmatched).toHaveLength(4);
    expect(unmatched[0]).toMatchObject({
      kind: 'other-work',
      reason: 'not the same work: size 1000 and 2000, input seed 1 and 9',
    });
    const digests = compareRuns(base, replanned(base, { digest: 'another' }));
    expect(digests.unmatched[0]!.reason).toBe('not the same work: right answers that differ');
  });

  test('because it failed, which breaks it where it was right before', () => {
    const wrong = withTrials(base, (trial) =>
      trial.cell === RUST ? { ...trial, digest: 'deadbeef' } : trial,
    );
    const [there, back] = [compareRuns(base, wrong), compareRuns(wrong, base)];
    expect(there.changes.map(({ id }) => id)).not.toContain(RUST);
    expect(there.unmatched).toMatchObject([
      {
        id: RUST,
        kind: 'failed',
        broken: true,
        reason: 'base: measured; head: failed (the answer is wrong)',
      },
    ]);
    expect(back.unmatched[0]).toMatchObject({ kind: 'failed' });
    expect(back.unmatched[0]).not.toHaveProperty('broken');
    expect(compareRuns(wrong, wrong).unmatched[0]!.reason).toBe('failed (the answer is wrong) in both runs');
    const lost = withTrials(base, (trial) =>
      trial.cell === RUST ? failed(trial, { code: 'time-limit', message: 'it took too long' }) : trial,
    );
    expect(compareRuns(lost, base).unmatched[0]!.reason).toBe(
      'base: failed (it took too long); head: measured',
    );
  });

  test('because it was not measured', () => {
    const { unmatched } = compareRuns(base, runOf(nbody, 2, { blocks: 0 }));
    expect(new Set(unmatched.map(({ kind }) => kind))).toEqual(new Set(['not-measured']));
    expect(unmatched[0]!.reason).toBe('base: measured; head: unavailable (not measured yet)');
  });
});

describe('runs that say little', () => {
  test('of no kernels, or with nothing in common, give an empty comparison', () => {
    const empty = compareRuns(runOf([], 1), runOf([], 2));
    expect(empty).toMatchObject({ changes: [], unmatched: [], verdictsWithheld: true });
    expect(empty).not.toHaveProperty('typical');
    const apart = compareRuns(base, runOf([{ kernel: 'fannkuch', cells }], 2));
    expect(apart.changes).toEqual([]);
    expect(apart.unmatched).toHaveLength(8);
  });

  test('of one block give numbers, and no verdict', () => {
    const { changes } = compareRuns(runOf(nbody, 1, { blocks: 1 }), base);
    expect(changes.map(({ verdict }) => verdict)).toEqual(Array.from(changes, () => 'inconclusive'));
    expect(changes[0]).toMatchObject({ p: 1, adjustedP: 1, base: { trials: 1 }, head: { trials: 12 } });
  });

  test('survive JSON unchanged, whatever their size', () => {
    for (const blocks of [0, 1, 2, 4]) {
      const comparison = compareRuns(base, runOf(nbody, 2, { blocks }));
      expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
      expect(JSON.stringify(comparison)).not.toContain('null');
    }
  });

  test('compared with themselves have not changed', () => {
    const { changes } = compareRuns(base, base);
    expect(changes.map(({ speedUp }) => speedUp.estimate)).toEqual([1, 1, 1, 1]);
    expect(changes.some(({ significant }) => significant)).toBe(false);
  });
});

describe('runs of two machines', () => {
  test('differ in fields that are named, also in such as this version does not know', () => {
    const { fingerprint } = base.head;
    const other = { ...fingerprint, id: 'ffff0000', node: '24.0.0', libc: 'musl', flags: { b: 1, a: [2] } };
    const { fingerprintDifferences } = compareRuns(base, onMachine(base, other));
    expect(fingerprintDifferences).toEqual([
      { field: 'node', base: '26.10.0', head: '24.0.0' },
      { field: 'libc', head: 'musl' },
      { field: 'flags', head: '{"a":[2],"b":1}' },
    ]);
  });

  test('whose fields agree differ in their ids', () => {
    const other = onMachine(base, { ...base.head.fingerprint, id: 'ffff0000' });
    expect(compareRuns(base, other).fingerprintDifferences).toEqual([
      { field: 'id', base: '0f1e2d3c', head: 'ffff0000' },
    ]);
  });

  test('are one machine when their ids agree', () => {
    expect(compareRuns(base, runOf(nbody, 2)).fingerprintDifferences).toEqual([]);
  });
});

function changeOf({ changes }: RunComparison, id: string): RunComparison['changes'][number] {
  return changes.find((change) => change.id === id)!;
}

function width({ changes }: RunComparison): number {
  return meanOf(changes.map(({ speedUp }) => Math.log(speedUp.high / speedUp.low))).mean;
}

function replanned(run: MeasuredRun, change: Partial<MeasuredRun['plan']['kernels'][number]>): MeasuredRun {
  const digest = change.digest ?? DIGEST;
  const kernels = run.plan.kernels.map((kernel) => ({ ...kernel, ...change }));
  return { ...withTrials(run, (trial) => ({ ...trial, digest })), plan: { ...run.plan, kernels } };
}

function onMachine(run: MeasuredRun, fingerprint: Fingerprint): MeasuredRun {
  return { ...run, head: { ...run.head, fingerprint } };
}

/** Both lanes on a single thread; a family of two cells. */
function singleThreads(rust: number): readonly SyntheticKernel[] {
  const all = fourCells(90e6, rust, 0, 0);
  return [{ kernel: 'nbody', cells: all.filter(({ placement }) => placement === 'single-thread') }];
}
