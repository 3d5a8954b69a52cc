/**
 * A statistic of positive quantities with its 95 % interval, in the unit that its place gives.
 * Where the interval has no end, as with a single block, `low` is 0 or `high` is `UNBOUNDED`.
 */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Stands for infinity as the upper end of an interval: JSON has no infinity. */
export const UNBOUNDED: number = Number.MAX_VALUE;

/** Whether the interval has an upper end. */
export function isBounded(interval: Pick<Estimate, 'high'>): boolean {
  return interval.high < UNBOUNDED;
}

/** Outcome of a comparison. `same` means that equivalence was shown, not that no difference was seen. */
export const VERDICTS = [
  'faster',
  'slightly-faster',
  'same',
  'slightly-slower',
  'slower',
  'inconclusive',
  'withheld',
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What is worth pulling for a kernel. */
export const LEVERS = ['language', 'cores', 'both', 'neither', 'inconclusive'] as const;

export type Lever = (typeof LEVERS)[number];
