import type { Verdict } from '@crossover/model';
import type { Interval } from './mean.ts';

/** What one interval can say; `withheld` is a matter of the whole run. */
export type ComparisonVerdict = Exclude<Verdict, 'withheld'>;

/** Differences below this share are of no practical interest. */
export const MARGIN = 0.05;

/**
 * What an interval of base time ÷ subject time allows to say.
 * `faster`, `slower`: the whole interval lies beyond the margin. `same`: all of it lies within the margin, which
 * shows equivalence (two one-sided tests, Schuirmann 1987). `slightly-…`: it excludes 1 but not the margin.
 */
export function verdictOf({ low, high }: Interval, margin: number = MARGIN): ComparisonVerdict {
  const upper = 1 + margin;
  const lower = 1 / upper;
  if (low > upper) return 'faster';
  if (high < lower) return 'slower';
  if (low >= lower && high <= upper) return 'same';
  if (low > 1) return 'slightly-faster';
  if (high < 1) return 'slightly-slower';
  return 'inconclusive';
}
