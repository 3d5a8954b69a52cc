import { holm } from './adjustment.ts';
import { MARGIN, verdictOf } from './verdict.ts';
import { oneSidedTests } from './t-test.ts';
import { ratioOf } from './ratio.ts';
import type { Confidence, Mean } from './mean.ts';
import type { ComparisonVerdict } from './verdict.ts';

/** Verdicts that hold together. */
export interface JointVerdicts {
  /** In the order of the comparisons. */
  readonly verdicts: readonly ComparisonVerdict[];
  /** Level of the intervals that they are made from: the verdict of each is that of its interval at this level. */
  readonly level: number;
}

/**
 * Judges a family of comparisons so that with 95 % probability not one verdict is wrong.
 *
 * Holm's step-down over the hypotheses "no more apart than the margin": each comparison that is shown to be faster or
 * slower by more leaves the family, and those that remain are judged at the level 1 − 0.05 ÷ (how many remain). Only
 * these leave: one that is shown to be the same could as well have become a false difference by chance, so that
 * it must go on counting.
 * @param logs means of ln(base ÷ subject), one for each comparison
 * @param confidence level of the whole family, and the inflation of each standard error
 */
export function jointVerdicts(
  logs: readonly Mean[],
  confidence: Confidence = {},
  margin: number = MARGIN,
): JointVerdicts {
  const { level: overall = 0.95, inflation = 1 } = confidence;
  const edge = Math.log1p(margin);
  // A single value never earns a verdict, and so takes nothing from the others.
  const telling = logs.filter(({ count }) => count > 1);
  const pValues = telling.map((mean) => {
    const faster = oneSidedTests(mean, edge, inflation).above;
    const slower = oneSidedTests(mean, -edge, inflation).below;
    return Math.min(1, 2 * Math.min(faster, slower));
  });
  const settled = holm(pValues).filter((p) => p < 1 - overall).length;
  const level = 1 - (1 - overall) / Math.max(1, telling.length - settled);
  return { verdicts: logs.map((mean) => verdictOf(ratioOf(mean, { level, inflation }), margin)), level };
}
