import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '../fixtures/synthetic-run.ts';
import { compareRuns } from './compare-runs.ts';
import { openQuestions } from './open-questions.ts';
import type { MeasuredRun } from './measured-run.ts';

const LOOKS = [3, 5, 8, 12];
const PAIRS = 150;

/** A run that ended at the first look at which nothing about its kernel was open. */
function stoppedRun(seed: number): MeasuredRun {
  const cells = fourCells(90e6, 60e6, 80e6, 55e6);
  const whole = syntheticRun([{ kernel: 'nbody', cells }], {
    seed,
    blocks: Math.max(...LOOKS),
    trialNoise: 0.03,
    blockNoise: 0.03,
  });
  const plan = { ...whole.plan, settings: { ...whole.plan.settings, looks: LOOKS } };
  const parts = LOOKS.map((blocks) => ({
    ...whole,
    plan,
    records: whole.records.filter((record) => record.kind === 'trial' && record.block < blocks),
  }));
  return parts.find((part) => openQuestions(part, plan.kernels[0]!).length === 0) ?? { ...whole, plan };
}

test('runs that stopped by their own looks are compared at 95 % all the same: what stopped them was within each', () => {
  const runs = Array.from({ length: 2 * PAIRS }, (_, index) => stoppedRun(index + 1));
  const lengths = new Set(runs.map(({ records }) => records.length));
  expect(lengths.size).toBe(LOOKS.length);
  const comparisons = Array.from({ length: PAIRS }, (_, index) =>
    compareRuns(runs[2 * index]!, runs[2 * index + 1]!),
  );
  const intervals = comparisons.flatMap(({ changes }) => changes.map(({ speedUp }) => speedUp));
  const covered = intervals.filter(({ low, high }) => low <= 1 && high >= 1).length;
  expect(covered / intervals.length).toBeGreaterThan(0.95);
  const alarms = comparisons.filter(({ changes }) => changes.some(({ significant }) => significant)).length;
  expect(alarms / PAIRS).toBeLessThan(0.05);
});
