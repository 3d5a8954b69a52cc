import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crossover } from '../fixtures/crossover.ts';
import type { Attribution, Estimate, Result } from '@crossover/model';

/** Three kernels of a run, one with looks that ended it early and two with a block that was measured again. */
const RUN = join(import.meta.dirname, 'fixtures/attributed-run');

const FACTORS = ['language', 'parallel', 'interaction', 'together'] as const;

type Factors = Pick<Attribution, (typeof FACTORS)[number]>;

/** What scripts/reference/attribution.py prints of the run: NumPy and SciPy, by the formulas of METHODOLOGY.md. */
interface Recomputed {
  readonly level: number;
  readonly inflation: number;
  readonly attribution: readonly {
    readonly subject: string;
    readonly factors: Factors;
    /** With Student's intervals, which borrow no spread. */
    readonly student: Factors;
  }[];
}

const recomputed: Recomputed = JSON.parse(readFileSync(join(RUN, 'scipy.json'), 'utf8'));
const { stdout } = await crossover(['report', RUN, '--format', 'json']);
const result: Result = JSON.parse(stdout);

test('the attribution of a run is what other software computes from its trials', () => {
  expect(result.attribution.map(({ subject }) => subject)).toEqual(
    recomputed.attribution.map(({ subject }) => subject),
  );
  expect(result.noise.level).toBeCloseTo(recomputed.level, 5);
  expect(result.noise.inflation).toBeCloseTo(recomputed.inflation, 9);
  for (const [index, own] of result.attribution.entries()) {
    const { factors, student } = recomputed.attribution[index]!;
    for (const name of FACTORS) {
      expect(own[name].estimate / factors[name].estimate).toBeCloseTo(1, 12);
      expect(distance(own[name], factors[name])).toBeLessThan(1e-4);
      // Student's t has the same estimates, and intervals of its own.
      expect(own[name].estimate / student[name].estimate).toBeCloseTo(1, 12);
    }
  }
});

test('an interval that borrows spread is another one than Student’s', () => {
  const distances = result.attribution.flatMap((own, index) =>
    FACTORS.map((name) => distance(own[name], recomputed.attribution[index]!.student[name])),
  );
  expect(Math.min(...distances)).toBeGreaterThan(1e-4);
});

/** How far the ends of two intervals lie apart at most, as a share. */
function distance(one: Estimate, other: Estimate): number {
  return Math.max(Math.abs(one.low / other.low - 1), Math.abs(one.high / other.high - 1));
}
