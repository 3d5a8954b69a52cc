import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import type { Result } from '@crossover/model';

const clear = fourCells(120e6, 40e6, 60e6, 25e6);
const equal = fourCells(1e6, 1e6, 1e6, 1e6);

test('each kernel has a family of all its comparisons, and those that are settled lower its level', () => {
  const { families } = analyse(
    syntheticRun([
      { kernel: 'nbody', cells: clear },
      { kernel: 'fannkuch', cells: equal },
    ]),
  );
  expect(families).toMatchObject([
    { kernel: 'nbody', workload: 'medium', comparisons: 6, level: expect.closeTo(0.95, 12) },
    { kernel: 'fannkuch', workload: 'medium', comparisons: 6, level: expect.closeTo(1 - 0.05 / 6, 12) },
  ]);
  expect(families[1]!.smallestVisible).toBeGreaterThan(0.005);
  expect(families[1]!.smallestVisible).toBeLessThan(0.06);
});

test('a kernel’s verdicts do not depend on which other kernels were measured', () => {
  const kernels = [
    { kernel: 'nbody', cells: clear },
    { kernel: 'fannkuch', cells: fourCells(1e6, 1.1e6, 0.9e6, 1e6) },
  ];
  const both = analyse(syntheticRun(kernels, { trialNoise: 0 }));
  const [alone] = kernels.map((kernel) => analyse(syntheticRun([kernel], { trialNoise: 0 })));
  expect(both.families[0]).toMatchObject({ comparisons: 6, level: alone!.families[0]!.level });
  expect(verdicts(both).slice(0, 6)).toEqual(verdicts(alone!));
});

test('the verdicts on plain lanes do not depend on which other lanes were measured', () => {
  const plain = fourCells(1e6, 1.1e6, 0.9e6, 1e6);
  const others = ['rust-simd', 'node-crypto', 'assemblyscript-simd'].map((lane) => ({
    lane,
    placement: 'single-thread',
    timeNs: 1e6,
  }));
  const alone = analyse(syntheticRun([{ kernel: 'nbody', cells: plain }], { trialNoise: 0 }));
  const beside = analyse(
    syntheticRun([{ kernel: 'nbody', cells: [...plain, ...others] }], { trialNoise: 0 }),
  );
  expect(beside.families).toEqual(alone.families);
  expect(beside.comparisons).toHaveLength(alone.comparisons.length + others.length);
  expect(verdicts(beside).slice(0, alone.comparisons.length)).toEqual(verdicts(alone));
});

test('of runs without differences, about 5 % hold a verdict of one, where a third of them would', () => {
  const runs = 120;
  const results = Array.from({ length: runs }, (_, index) =>
    analyse(syntheticRun([{ kernel: 'nbody', cells: equal }], { seed: index + 1, trialNoise: 0.2 })),
  ).filter(({ noise }) => !noise.verdictsWithheld);
  const wrong = (claims: (result: Result) => readonly string[]): number =>
    results.filter((result) => claims(result).some((verdict) => /faster|slower/.test(verdict))).length /
    results.length;
  expect(wrong(verdicts)).toBeLessThan(0.09);
  expect(
    wrong(({ comparisons }) => comparisons.map(({ verdict, alone }) => alone ?? verdict)),
  ).toBeGreaterThan(0.12);
});

test('what an interval says alone is kept where the family allows less', () => {
  const near = fourCells(1e6, 0.91e6, 1e6, 1e6);
  const comparisons = Array.from({ length: 20 }, (_, index) =>
    analyse(syntheticRun([{ kernel: 'nbody', cells: near }], { trialNoise: 0.02, seed: index + 1 })),
  ).flatMap((result) => result.comparisons);
  const milder = comparisons.filter(({ alone }) => alone === 'faster');
  expect(milder.length).toBeGreaterThan(0);
  expect(milder.every(({ speedUp }) => speedUp.low > 1.05)).toBe(true);
  expect(milder.every(({ verdict }) => ['slightly-faster', 'inconclusive'].includes(verdict))).toBe(true);
  expect(comparisons.every(({ verdict, alone }) => alone !== verdict)).toBe(true);
});

test('withheld verdicts say nothing alone either, and without a twin nothing is visible', () => {
  const run = withTrials(syntheticRun([{ kernel: 'nbody', cells: clear }]), (trial) =>
    trial.twin === 1 ? undefined : trial,
  );
  const { comparisons, families } = analyse(run);
  expect(new Set(comparisons.map(({ verdict, alone }) => `${verdict} ${alone}`))).toEqual(
    new Set(['withheld undefined']),
  );
  expect(families[0]!.smallestVisible).toBe(UNBOUNDED);
});

function verdicts({ comparisons }: Result): readonly string[] {
  return comparisons.map(({ verdict }) => verdict);
}
