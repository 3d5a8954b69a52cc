import { jointVerdicts, verdictOf } from '@crossover/statistics';
import { isContended } from './cpu-witness.ts';
import type { NoiseEffect, OpenComparison } from './comparison.ts';
import type { Comparison, Estimate, Verdict } from '@crossover/model';

/** Comparisons with verdicts that hold together. */
export interface JudgedFamily {
  /** In the order in which they came. */
  readonly comparisons: readonly Comparison[];
  /** Level of the intervals that the verdicts are made from. */
  readonly level: number;
}

/**
 * Judges all comparisons of a kernel together, so that with 95 % probability not one verdict is wrong, whichever of
 * them somebody picks out. Their intervals stay those of each comparison alone.
 */
export function judgeFamily(
  open: readonly OpenComparison[],
  { level: overall, inflation, verdictsWithheld }: NoiseEffect,
): JudgedFamily {
  const { verdicts, level } = jointVerdicts(
    open.map(({ logs }) => logs),
    { level: overall, inflation },
  );
  const comparisons = open.map((one, index): Comparison => {
    const { logs: _, witness, ...measured } = one;
    if (verdictsWithheld) return { ...measured, verdict: 'withheld' };
    const { speedUp, signTest } = measured;
    const verdict = verdicts[index] ?? 'inconclusive';
    if (witness && isContended(verdict, witness, { level, inflation })) {
      return { ...measured, verdict: 'inconclusive', contended: true };
    }
    const alone = verdictOf(speedUp);
    return {
      ...measured,
      verdict,
      ...(alone !== verdict && { alone }),
      ...(signTest && !supports(signTest, verdict) && { fragile: true }),
    };
  });
  return { comparisons, level };
}

/** Whether an interval shows what a verdict claims; a verdict that claims nothing needs nothing. */
function supports(interval: Estimate, verdict: Exclude<Verdict, 'withheld'>): boolean {
  switch (verdict) {
    case 'faster':
    case 'slower':
    case 'same':
      return verdictOf(interval) === verdict;
    case 'slightly-faster':
      return interval.low > 1;
    case 'slightly-slower':
      return interval.high < 1;
    case 'inconclusive':
      return true;
  }
}
