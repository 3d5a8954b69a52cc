import { describe, expect, test } from 'vitest';
import { disturbancesOf } from './disturbance.ts';
import type { CompletedTrial, PlannedCell } from '@crossover/model';

const cell: PlannedCell = {
  id: 'k/smoke/typescript/single-thread',
  kernel: 'k',
  workload: 'smoke',
  lane: 'typescript',
  mode: 'single-thread',
  workers: 1,
};

function trial(cpuNs: number, stealNs?: number): CompletedTrial {
  return {
    kind: 'trial',
    status: 'ok',
    block: 0,
    position: 0,
    cell: cell.id,
    twin: 0,
    startedAt: '2026-01-01T00:00:00.000Z',
    operationsPerSample: 10,
    samplesNs: [100, 100],
    cpuNs: [cpuNs, cpuNs],
    warmupNs: [],
    steady: true,
    phasesNs: {
      spawn: 0,
      load: 0,
      encode: 0,
      place: 0,
      dispatch: 0,
      collect: 0,
      compute: 100,
      marshal: 0,
      transport: 0,
      wait: 0,
    },
    digest: '1',
    peakRssBytes: 1,
    covariates: stealNs === undefined ? {} : { stealNs },
  };
}

/** A trial from which far more was stolen between its samples than in them. */
function columns(stealNs: readonly (number | null)[]): readonly CompletedTrial[] {
  return [{ ...trial(100, 100_000), samplesCovariates: { stealNs } }];
}

const quiet = { cells: [cell], trials: [trial(100)], capacities: [], cores: 2 };

function disturbed(threads: number, effective: number): number {
  return disturbancesOf({ ...quiet, capacities: [{ threads, effective }] }).length;
}

describe('a block', () => {
  test('on a quiet machine is not disturbed', () => {
    const capacities = [{ threads: 2, effective: 1.9 }];
    expect(disturbancesOf({ ...quiet, trials: [trial(100, 10)], capacities })).toEqual([]);
  });

  test('is disturbed when the hypervisor gave a fiftieth of the cores to others', () => {
    // 2 samples × 10 operations × 100 ns on each of 2 cores.
    expect(disturbancesOf({ ...quiet, trials: [trial(100, 80)] })).toEqual([]);
    expect(disturbancesOf({ ...quiet, trials: [trial(100, 100)] })).toEqual([
      { kind: 'steal', share: 0.025 },
    ]);
  });

  test('is not disturbed by what was stolen between samples, nor by a sample of which nothing is known', () => {
    expect(disturbancesOf({ ...quiet, trials: columns([0, 80]) })).toEqual([]);
    expect(disturbancesOf({ ...quiet, trials: columns([0, 100]) })).toEqual([
      { kind: 'steal', share: 0.025 },
    ]);
    // 1 sample × 10 operations × 100 ns on each of 2 cores.
    expect(disturbancesOf({ ...quiet, trials: columns([null, 80]) })).toEqual([
      { kind: 'steal', share: 0.04 },
    ]);
    expect(disturbancesOf({ ...quiet, trials: columns([null, null]) })).toEqual([]);
  });

  test('is disturbed when a single thread had to wait for its core', () => {
    expect(disturbancesOf({ ...quiet, trials: [trial(91)] })).toEqual([]);
    expect(disturbancesOf({ ...quiet, trials: [trial(80)] })).toEqual([
      { kind: 'contended', cell: cell.id, cpuShare: 0.8 },
    ]);
  });

  test('is not disturbed by what several workers wait for', () => {
    const parallel = { ...cell, mode: 'worker-threads', workers: 2 };
    expect(disturbancesOf({ ...quiet, cells: [parallel], trials: [trial(20)] })).toEqual([]);
  });

  test('is disturbed when threads get less done than the cores that they can have', () => {
    expect([disturbed(2, 1.71), disturbed(2, 1.69), disturbed(4, 1.71), disturbed(4, 1.69)]).toEqual([
      0, 1, 0, 1,
    ]);
  });
});
