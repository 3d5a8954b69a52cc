import { describe, expect, test } from 'vitest';
import { fourCells, syntheticRun } from '@crossover/analysis/fixtures';
import { claimOf } from './catalogue.ts';
import { judgeClaims } from './judge-claims.ts';
import type { ClaimResult, FloorRecord, PlaceCase } from '@crossover/model';
import type { MeasuredRun } from '@crossover/analysis';

const run = syntheticRun([{ kernel: 'nbody', cells: fourCells(4e7, 2e7, 2e7, 1e7) }]);

function floor(mode: string, emptyNs: number, changes: Partial<FloorRecord> = {}): FloorRecord {
  const facts = { workers: 2, lane: 'typescript', waitPolicy: 'park', regions: 99, readyNs: 1e7 } as const;
  const record = { kind: 'floor', status: 'ok', place: `${mode}-2`, mode, ...facts, emptyNs } as const;
  return Object.assign({}, record, changes);
}

function floors(mode: string, ...emptyNs: readonly number[]): readonly FloorRecord[] {
  return emptyNs.map((ns) => floor(mode, ns));
}

function judge(records: readonly FloorRecord[], of: MeasuredRun = run): ClaimResult {
  const claims = [claimOf('processes-cost-more-per-message')];
  const noSizes = { sourceBytes: () => undefined };
  return judgeClaims({ ...of, records: [...records, ...of.records] }, noSizes, claims)[0]!;
}

const THREADS = floors('worker-threads', 20e3, 22e3, 18e3);

describe('what a message costs', () => {
  test('is decided by the floors of several processes', () => {
    const claim = judge([...THREADS, ...floors('processes', 200e3, 220e3, 180e3)]);
    expect(claim).toMatchObject({ verdict: 'supported', losses: 1, inFavour: 1, against: 0 });
    const [case_] = claim.perKernel as readonly [PlaceCase];
    expect(case_).toMatchObject({ base: 'worker-threads-2', subject: 'processes-2', verdict: 'slower' });
    expect(case_.ratio.estimate).toBeCloseTo(0.1, 6);
    expect(case_.ratio.high).toBeLessThan(0.2);
  });

  test('is against the claim where threads cost as much, and open where processes differ too much', () => {
    const same = judge([...THREADS, ...floors('processes', 20e3, 22e3, 18e3)]);
    expect(same).toMatchObject({ verdict: 'inconclusive', open: 1 });
    expect(judge([...THREADS, ...floors('processes', 2e3, 2.2e3, 1.8e3)])).toMatchObject({
      verdict: 'refuted',
      wins: 1,
    });
  });

  test('is open where each was measured once, as in older runs', () => {
    const claim = judge([...floors('worker-threads', 20e3), ...floors('processes', 200e3)]);
    expect(claim).toMatchObject({ verdict: 'inconclusive', open: 1 });
  });

  test('is not measured without the floors of both, and says what would measure it', () => {
    const elsewhere = [
      floor('processes', 2e5, { place: 'processes-2/shared', placement: 'shared' }),
      floor('processes', 2e5, { place: 'processes-4', workers: 4 }),
    ];
    expect(judge([...THREADS, ...elsewhere])).toMatchObject({
      verdict: 'not-measured',
      reason: 'the run has no floor of processes, one worker per core',
      measuredBy: 'run --lane typescript --mode single-thread,worker-threads,processes --workers 2',
      perKernel: [],
    });
    expect(judge([])).toMatchObject({
      reason: 'the run has no floor of worker-threads, one worker per core',
    });
  });

  test('is withheld where the run gives no verdicts', () => {
    const mixed = { ...run, head: { ...run.head, mixed: ['sources: a, b'] } };
    const claim = judge([...THREADS, ...floors('processes', 200e3, 220e3, 180e3)], mixed);
    expect(claim).toMatchObject({ verdict: 'inconclusive', open: 1 });
  });
});
