import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '@crossover/analysis/fixtures';
import { claimOf } from './catalogue.ts';
import { judgeClaims } from './judge-claims.ts';
import type { Claim, ComparisonClaim } from './claim.ts';
import type { JudgedCase } from '@crossover/model';
import type { MeasuredRun } from '@crossover/analysis';

const NAMES = ['nbody', 'fannkuch', 'sha256', 'matmul'];

const CLAIM = claimOf('native-rewrite-pays') as ComparisonClaim;

const noSizes = (): undefined => undefined;

const factor = fc.double({ min: 0.3, max: 3, noNaN: true });
const factors = fc.array(factor, { minLength: 1, maxLength: 4 });

/** A kernel for each ratio, in which Rust takes so many times as long as TypeScript. */
function runOf(ratios: readonly number[], seed: number): MeasuredRun {
  const kernels = ratios.map((ratio, index) => ({
    kernel: NAMES[index]!,
    cells: fourCells(2e7, 2e7 * ratio, 1e7, 1e7),
  }));
  return syntheticRun(kernels, { seed, blocks: 5, trialNoise: 0.05 });
}

test('with base and subject swapped, wins are losses and ratios their inverse', () => {
  const swapped: Claim = { ...CLAIM, bases: [CLAIM.subject], subject: CLAIM.bases[0]! };
  fc.assert(
    fc.property(factors, fc.nat(1000), (ratios, seed) => {
      const run = runOf(ratios, seed);
      const [there, back] = judgeClaims(run, { sourceBytes: noSizes }, [CLAIM, swapped]);
      expect([back!.wins, back!.ties, back!.losses, back!.open]).toEqual([
        there!.losses,
        there!.ties,
        there!.wins,
        there!.open,
      ]);
      const [one, other] = [there!, back!].map(({ perKernel }) => (perKernel[0] as JudgedCase).ratio);
      expect(one!.estimate * other!.estimate).toBeCloseTo(1, 9);
      expect(one!.low * other!.high).toBeCloseTo(1, 9);
    }),
    { numRuns: 40 },
  );
});

test('the order of kernels changes nothing but the order of the cases', () => {
  fc.assert(
    fc.property(factors, fc.nat(1000), (ratios, seed) => {
      const run = runOf(ratios, seed);
      const plan = { ...run.plan, kernels: run.plan.kernels.toReversed() };
      const [one, other] = [run, { ...run, plan }].flatMap((each) =>
        judgeClaims(each, { sourceBytes: noSizes }, [CLAIM]),
      );
      const cases = [one!, other!].map(({ perKernel }) =>
        (perKernel as readonly JudgedCase[]).map(
          ({ kernel, outcome, ratio }) => `${kernel} ${outcome} ${ratio.low.toPrecision(9)}`,
        ),
      );
      expect(cases[1]!.toReversed()).toEqual(cases[0]);
      expect(other).toMatchObject({ verdict: one!.verdict, wins: one!.wins, losses: one!.losses });
      expect(other!.overall?.estimate ?? 1).toBeCloseTo(one!.overall?.estimate ?? 1, 12);
    }),
    { numRuns: 40 },
  );
});
