import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '../fixtures/synthetic-run.ts';
import { inventedPeaks } from '../fixtures/invented-peaks.ts';
import { analyse } from './analyse.ts';
import { furtherAnswers } from './further-answers.ts';
import { peaksOf } from './peaks.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { PeaksRecord, PlannedWork, Roofline } from '@crossover/model';

const MIB = 2 ** 20;

/** A work of 8 · 10⁹ operations, which the base does in a second. */
function counted(bytes: number, arenaBytes: number, changes: object = {}): PlannedWork {
  const facts = { kind: 'counted', numbers: 'floating-point', arithmetic: 8e9, what: 'sums' } as const;
  return { ...facts, bytes, arenaBytes, ...changes };
}

function runOf(work: PlannedWork | undefined, peaks: readonly PeaksRecord[]): MeasuredRun {
  const quiet = { blocks: 4, blockNoise: 0, trialNoise: 1e-6 };
  const run = syntheticRun([{ kernel: 'k', cells: fourCells(1e9, 0.5e9, 0.6e9, 0.25e9) }], quiet);
  const kernels = run.plan.kernels.map((kernel) => ({ ...kernel, ...(work && { workCount: work }) }));
  return { ...run, plan: { ...run.plan, kernels }, records: [...peaks, ...run.records] };
}

function rooflineIn(run: MeasuredRun): Roofline | undefined {
  return furtherAnswers(run, analyse(run)).roofline;
}

function points(work: PlannedWork, peaks: PeaksRecord = inventedPeaks()): Roofline['points'] {
  return rooflineIn(runOf(work, [peaks]))!.points;
}

test('what computes much for each byte is held against the peak of arithmetic', () => {
  const [alone, threads] = points(counted(1e9, 64 * MIB));
  expect(alone).toMatchObject({ threads: 1, roof: { kind: 'arithmetic', form: 'vector' } });
  expect(alone!.intensity).toBe(8);
  expect(alone!.achievedPerSecond.estimate).toBeCloseTo(8e9, -5);
  expect(alone!.attainablePerSecond).toBe(16e9);
  expect(alone!.share.estimate).toBeCloseTo(0.5, 4);
  // Above what one number at a time allows: the compiler made vectors.
  expect(alone!.shareOfScalar!.estimate).toBeCloseTo(2, 4);
  expect(threads).toMatchObject({ threads: 2, attainablePerSecond: 32e9 });
});

test('what moves much is held against the bandwidth of the nearest place that holds its data', () => {
  const far = points(counted(16e9, 64 * MIB));
  expect(far[0]).toMatchObject({ roof: { kind: 'bandwidth', level: 'memory', stores: 'streaming' } });
  expect(far[0]!.attainablePerSecond).toBe(0.5 * 12e9);
  // What one thread can do, two can, although they were seen to do less.
  expect(far[1]).toMatchObject({ threads: 2, attainablePerSecond: 0.5 * 12e9 });
  const near = points(counted(64e9, MIB));
  expect(near[0]).toMatchObject({ roof: { kind: 'bandwidth', level: 'L2' } });
  // Two threads have two caches.
  const [alone, threads] = points(counted(64e9, 1.5 * MIB)).map(({ roof }) => roof);
  expect(alone).toMatchObject({ level: 'memory' });
  expect(threads).toMatchObject({ level: 'L2' });
});

test('a share has the interval of its time', () => {
  const noisy = syntheticRun([{ kernel: 'k', cells: fourCells(1e9, 0.5e9, 0.6e9, 0.25e9) }], { blocks: 5 });
  const kernels = noisy.plan.kernels.map((kernel) => ({ ...kernel, workCount: counted(1e9, 64 * MIB) }));
  const run = { ...noisy, plan: { ...noisy.plan, kernels }, records: [inventedPeaks(), ...noisy.records] };
  const [cell] = analyse(run).cells;
  if (cell?.status !== 'ok') throw new Error('the base was measured');
  const { share } = rooflineIn(run)!.points[0]!;
  expect(share.low).toBeCloseTo(8e9 / (cell.wallNs.high / 1e9) / 16e9, 9);
  expect(share.high).toBeCloseTo(8e9 / (cell.wallNs.low / 1e9) / 16e9, 9);
});

test('integers have peaks of their own, and where there is none there is no point', () => {
  const work = counted(1e9, MIB, { numbers: 'integer' });
  expect(points(work)[0]).toMatchObject({ attainablePerSecond: 8e9, roof: { form: 'scalar' } });
  expect(points(work, inventedPeaks({ arithmetic: [] }))).toEqual([]);
  expect(points(work, inventedPeaks({ bandwidth: [] }))).toEqual([]);
});

test('what is not counted, or of a plan that says nothing, has a reason and no point', () => {
  const reason = 'it moves elements about';
  const uncounted = rooflineIn(runOf({ kind: 'not-counted', reason }, [inventedPeaks()]));
  expect(uncounted).toMatchObject({ kernels: [{ kernel: 'k', kind: 'not-counted', reason }], points: [] });
  const older = rooflineIn(runOf(undefined, [inventedPeaks()]));
  expect(older).toMatchObject({ kernels: [{ kind: 'not-counted' }], points: [] });
});

test('without peaks it says why, and a run of before they were measured says nothing', () => {
  const missing = { status: 'unavailable', reason: 'the Rust addon is not built', remedy: 'cargo' } as const;
  const run = runOf(counted(1e9, MIB), [{ kind: 'peaks', ...missing }]);
  expect(rooflineIn(run)).toMatchObject({ peaks: missing, kernels: [{ arithmetic: 8e9 }], points: [] });
  expect(rooflineIn(runOf(counted(1e9, MIB), []))).toBeUndefined();
});

test('of several measurements of one machine the highest rate stands', () => {
  const lower = inventedPeaks();
  if (lower.status !== 'ok') throw new Error('they were measured');
  const [first, ...others] = lower.arithmetic;
  const higher = inventedPeaks({ arithmetic: [{ ...first!, bestPerSecond: 5e9 }] });
  const failed = {
    kind: 'peaks',
    status: 'failed',
    failure: { code: 'trial-ended', message: 'gone' },
  } as const;
  const merged = peaksOf([failed, lower, higher]);
  expect(merged).toMatchObject({ status: 'ok', arithmetic: [{ bestPerSecond: 5e9 }, ...others] });
  expect(peaksOf([failed])).toMatchObject({ status: 'failed', failure: { message: 'gone' } });
});
