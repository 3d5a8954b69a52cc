/** A statistic with its 95 % interval, in the unit that its place gives. */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
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
