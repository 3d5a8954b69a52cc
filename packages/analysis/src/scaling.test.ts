import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { evidenceOf } from './evidence.ts';
import { scalings } from './scaling.ts';
import type { Machine, SyntheticCell } from '../fixtures/synthetic-run.ts';
import type { BlockRecord, RunRecord, ScalingResult } from '@crossover/model';

/** Time on p workers of what takes 80 ms on one, if that share of it is not divided. */
function timeOn(workers: number, serial: number): number {
  return 80e6 * (serial + (1 - serial) / workers);
}

interface Scaled {
  readonly counts: readonly number[];
  readonly serial: number;
  readonly cores: number;
  readonly records?: readonly RunRecord[];
  readonly machine?: Partial<Machine>;
}

function scalingOf({ counts, serial, cores, records = [], machine }: Scaled): ScalingResult | undefined {
  const cells = [
    { lane: 'typescript', placement: 'single-thread', timeNs: 76e6 },
    ...counts.map((workers): SyntheticCell => {
      const placement = `worker-threads-${workers}`;
      return { lane: 'typescript', placement, timeNs: timeOn(workers, serial) };
    }),
  ];
  const run = syntheticRun([{ kernel: 'nbody', cells }], machine);
  return scalings(evidenceOf(run), { cores }, [...run.records, ...records])?.[0];
}

test('a known serial share is recovered, with both bases', () => {
  const scaling = scalingOf({ counts: [1, 2, 4], serial: 0.2, cores: 4 })!;
  expect(scaling).toMatchObject({ lane: 'typescript', mode: 'worker-threads', basis: 'one-worker' });
  const four = scaling.points[2]!;
  expect(four.absolute!.estimate).toBeCloseTo(76 / 32, 1);
  expect(four.relative!.estimate).toBeCloseTo(80 / 32, 1);
  expect(four.efficiency!.estimate).toBeCloseTo(2.5 / 4, 1);
  expect(four.serial!.estimate).toBeCloseTo(0.2, 1);
  expect(scaling.amdahl).toMatchObject({ kind: 'fit', serial: { estimate: expect.closeTo(0.2, 1) } });
  expect(scaling.usl).toMatchObject({ kind: 'refused', reason: expect.stringContaining('needs 6') });
  expect(scaling.better).toBe('amdahl');
});

test('intervals of the serial share cover it in about 95 % of runs', () => {
  const covered = Array.from({ length: 100 }, (_, index) => {
    const machine = { seed: index + 1, trialNoise: 0.05 };
    const { points, amdahl } = scalingOf({ counts: [1, 2, 4], serial: 0.2, cores: 4, machine })!;
    const shares = [
      points[1]!.serial!,
      points[2]!.serial!,
      ...(amdahl.kind === 'fit' ? [amdahl.serial] : []),
    ];
    return shares.map(({ low, high }) => low <= 0.2 && high >= 0.2);
  }).flat();
  expect(covered).toHaveLength(300);
  expect(covered.filter(Boolean).length / covered.length).toBeGreaterThan(0.91);
});

test('on two cores only the serial share of two workers can be told', () => {
  const scaling = scalingOf({ counts: [1, 2], serial: 0.3, cores: 2 })!;
  expect(scaling.points[1]!.serial!.estimate).toBeCloseTo(0.3, 1);
  const refused = { kind: 'refused', reason: 'on 2 cores only the serial share of 2 workers can be told' };
  expect(scaling).toMatchObject({ amdahl: refused, usl: refused });
  expect(scaling.better).toBeUndefined();
});

test('counts beyond the cores are told and not fitted', () => {
  const scaling = scalingOf({ counts: [1, 2, 4], serial: 0.2, cores: 3 })!;
  expect(scaling.points).toHaveLength(3);
  expect(scaling.amdahl).toMatchObject({ kind: 'refused', reason: expect.stringContaining('there are 2') });
});

test('without a single worker the single thread is the basis', () => {
  const scaling = scalingOf({ counts: [2, 4], serial: 0.2, cores: 4 })!;
  expect(scaling.basis).toBe('single-thread');
  expect(scaling.points[0]!.relative).toBeUndefined();
  expect(scaling.points[0]!.absolute!.estimate).toBeCloseTo(76 / 48, 1);
});

test('a machine that gives less than its cores takes the blame for its part', () => {
  const capacity = [{ threads: 2, effective: 1.6 }];
  const records = Array.from({ length: 8 }, (_, block): BlockRecord => {
    const probed = { before: capacity, after: capacity };
    const of = { kind: 'block', kernel: 'nbody', workload: 'medium', block } as const;
    return { ...of, capacity: probed, disturbances: [] };
  });
  const { points } = scalingOf({ counts: [1, 2], serial: 0.25, cores: 2, records })!;
  const [, two] = points;
  // A speed-up of 1.6 is all that there was to get.
  expect(two!.serial!.estimate).toBeCloseTo(0.25, 1);
  expect(two!.onCapacity).toMatchObject({
    effective: expect.closeTo(1.6, 9),
    serial: { estimate: expect.closeTo(0, 1) },
  });
});

test('the parts of a loss multiply to the speed-up', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 16 }), (serial, p) => {
      const { points } = scalingOf({ counts: [1, p], serial, cores: 16 })!;
      const { loss, relative } = points[1]!;
      const { ideal, work, utilisation, occupancy } = loss!;
      const product = ideal * work.estimate * utilisation.estimate * occupancy.estimate;
      expect(product / relative!.estimate).toBeCloseTo(1, 9);
    }),
    { numRuns: 30 },
  );
});

test('a single block has speed-ups and no serial share; a single count is no question', () => {
  const [, two] = scalingOf({ counts: [1, 2], serial: 0.2, cores: 2, machine: { blocks: 1 } })!.points;
  expect(two!.relative).toBeDefined();
  expect(two!.serial).toBeUndefined();
  expect(scalingOf({ counts: [2], serial: 0.2, cores: 2 })).toBeUndefined();
});
