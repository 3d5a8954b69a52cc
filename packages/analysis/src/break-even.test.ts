import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { breakEvens } from './break-even.ts';
import { evidenceOf } from './evidence.ts';
import type { Machine } from '../fixtures/synthetic-run.ts';
import type { BreakEven, BreakEvenResult } from '@crossover/model';

const WORKLOADS = ['small', 'medium', 'large'] as const;

/** TypeScript takes 1 ms, 4 ms and 40 ms at sizes 100, 200 and 400. */
const BASE_NS = [1e6, 4e6, 40e6] as const;

/** What an invented subject costs: fixed + factor × TypeScript's time, and once to start. */
interface Cost {
  readonly fixedNs: number;
  readonly factor: number;
  readonly startNs?: number;
}

function against({ fixedNs, factor, startNs = 0 }: Cost, machine: Partial<Machine> = {}): BreakEvenResult {
  const run = syntheticRun(
    WORKLOADS.map((workload, index) => {
      const base = BASE_NS[index]!;
      const cells = [
        { lane: 'typescript', placement: 'single-thread', timeNs: base },
        { lane: 'rust', placement: 'processes-2', timeNs: fixedNs + factor * base, startNs },
      ];
      return { kernel: 'nbody', workload, parameters: { size: 100 * 2 ** index }, cells };
    }),
    { blocks: 10, trialNoise: 0.02, ...machine },
  );
  return breakEvens(evidenceOf(run), run.plan.settings.seed)![0]!;
}

function sizeOf(outcome: BreakEven): number {
  return 'baseNs' in outcome ? outcome.baseNs.estimate : Number.NaN;
}

test('known costs are recovered, and the size from which on they pay', () => {
  const { warm, cold, warmCost, coldCost, sizes, place, lane } = against({
    fixedNs: 3e6,
    factor: 0.5,
    startNs: 2e6,
  });
  expect([lane, place]).toEqual(['rust', 'processes-2']);
  expect(sizes.map(({ workload }) => workload)).toEqual(WORKLOADS);
  // 3 ms + w ÷ 2 = w, and 5 ms + w ÷ 2 = w.
  expect(warm).toMatchObject({ kind: 'pays-from', from: 'lines' });
  expect(sizeOf(warm) / 6e6).toBeCloseTo(1, 0);
  expect(sizeOf(cold) / 10e6).toBeCloseTo(1, 0);
  expect(warmCost!.perBase).toBeCloseTo(0.5, 1);
  expect(warmCost!.fixedNs / 3e6).toBeCloseTo(1, 0);
  expect(coldCost!.fixedNs / 5e6).toBeCloseTo(1, 0);
});

test('its interval covers the true size in about 95 % of runs', { timeout: 60_000 }, () => {
  const runs = 40;
  let covered = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const { warm } = against({ fixedNs: 5e6, factor: 0.5, startNs: 1e9 }, { seed, blockNoise: 0.05 });
    if (
      warm.kind === 'pays-from' &&
      warm.from === 'lines' &&
      warm.baseNs.low <= 10e6 &&
      warm.baseNs.high >= 10e6
    )
      covered += 1;
  }
  expect(covered / runs).toBeGreaterThan(0.87);
});

test('the size is also told as the one parameter that changes', () => {
  const { warm } = against({ fixedNs: 5e6, factor: 0.5 });
  expect(warm).toMatchObject({ kind: 'pays-from', parameter: { name: 'size' } });
  if (warm.kind !== 'pays-from') return;
  expect(warm.parameter!.value).toBeGreaterThan(200);
  expect(warm.parameter!.value).toBeLessThan(400);
});

test('what costs less or more at every measured size does so within their range', () => {
  expect(against({ fixedNs: 0, factor: 0.5 }).warm).toEqual({ kind: 'always' });
  expect(against({ fixedNs: 1e6, factor: 1.2 }).warm).toEqual({ kind: 'never' });
});

test('starting may cost what the work saves', () => {
  const { warm, cold } = against({ fixedNs: 0, factor: 0.5, startNs: 10e6 });
  expect(warm).toEqual({ kind: 'always' });
  expect(cold).toMatchObject({ kind: 'pays-from' });
  expect(sizeOf(cold) / 20e6).toBeCloseTo(1, 0);
});

test('a size beyond the measured ones is marked as such, and one far away is not told', () => {
  const beyond = against({ fixedNs: 50e6, factor: 0.5 }).warm;
  expect(beyond).toMatchObject({ kind: 'pays-beyond', from: 'lines' });
  expect(sizeOf(beyond)).toBeGreaterThan(BASE_NS[2]);
  expect(against({ fixedNs: 500e6, factor: 0.5 }).warm).toEqual({ kind: 'never' });
});

test('with too few blocks for a bootstrap the sizes on either side are the interval', () => {
  const { warm } = against({ fixedNs: 5e6, factor: 0.5 }, { blocks: 4 });
  expect(warm).toMatchObject({ kind: 'pays-from', from: 'bracket' });
  if (warm.kind !== 'pays-from') return;
  expect(warm.baseNs.low / BASE_NS[1]).toBeCloseTo(1, 0);
  expect(warm.baseNs.high / BASE_NS[2]).toBeCloseTo(1, 0);
  expect(warm.baseNs.estimate).toBeGreaterThan(warm.baseNs.low);
  expect(warm.baseNs.estimate).toBeLessThan(warm.baseNs.high);
});

test('noise leaves it open, and a noisy machine withholds it', () => {
  const open = against({ fixedNs: 0, factor: 1 }).warm;
  expect(open).toMatchObject({ kind: 'inconclusive', reason: expect.stringContaining('open at small') });
  const noisy = against({ fixedNs: 0, factor: 0.5 }, { twinBias: 2 }).warm;
  expect(noisy).toMatchObject({ kind: 'inconclusive', reason: expect.stringContaining('noise') });
});

function sized(workloads: readonly (typeof WORKLOADS)[number][]): unknown {
  return breakEvens(
    evidenceOf(
      syntheticRun(
        workloads.map((workload) => ({
          kernel: 'nbody',
          workload,
          cells: [
            { lane: 'typescript', placement: 'single-thread', timeNs: 1e6 },
            { lane: 'rust', placement: 'single-thread', timeNs: 2e6 },
          ],
        })),
      ),
    ),
    1,
  );
}

test('two sizes are too few, and one is no question', () => {
  const refused = { kind: 'not-measured', reason: 'it needs 3 sizes; there are 2' };
  expect(sized(['small', 'medium'])).toMatchObject([{ warm: refused, cold: refused }]);
  expect(sized(['small'])).toBeUndefined();
});

test('an interval holds its estimate, and stays within the sizes that it lies between', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 60e6, noNaN: true }),
      fc.double({ min: 0.2, max: 2, noNaN: true }),
      fc.integer({ min: 3, max: 9 }),
      (fixedNs, factor, blocks) => {
        const { warm, sizes } = against({ fixedNs, factor }, { blocks });
        if (warm.kind !== 'pays-from' && warm.kind !== 'pays-up-to') return;
        const { estimate, low, high } = warm.baseNs;
        expect(low).toBeLessThanOrEqual(estimate);
        expect(estimate).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(sizes[0]!.baseNs);
        expect(high).toBeLessThanOrEqual(sizes.at(-1)!.baseNs);
      },
    ),
    { numRuns: 15, seed: 3 },
  );
});
