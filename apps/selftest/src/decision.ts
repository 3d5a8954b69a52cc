import type { Verdict } from '@crossover/model';

/** What a tool says of two functions: whether they differ, in which direction, and by how much. */
export interface Decision {
  readonly says: 'slower' | 'faster' | 'nothing';
  /** Time of the subject ÷ time of the base, as the tool estimates it. */
  readonly ratio: number;
}

/** A mean with the half-width of its interval, in any unit of time. */
export interface MeanWithMargin {
  readonly mean: number;
  readonly moe: number;
}

/** Crossover: what the verdict claims. @param speedUp base time ÷ subject time */
export function decisionOfVerdict(verdict: Verdict, speedUp: number): Decision {
  const ratio = 1 / speedUp;
  switch (verdict) {
    case 'faster':
    case 'slightly-faster':
      return { says: 'faster', ratio };
    case 'slower':
    case 'slightly-slower':
      return { says: 'slower', ratio };
    case 'same':
    case 'inconclusive':
    case 'withheld':
      return { says: 'nothing', ratio };
  }
}

/** tinybench prints mean ± margin of error at 95 % for each: a difference where these intervals do not overlap. */
export function decisionOfIntervals(base: MeanWithMargin, subject: MeanWithMargin): Decision {
  const ratio = subject.mean / base.mean;
  if (subject.mean - subject.moe > base.mean + base.moe) return { says: 'slower', ratio };
  if (subject.mean + subject.moe < base.mean - base.moe) return { says: 'faster', ratio };
  return { says: 'nothing', ratio };
}

/**
 * mitata prints no interval, but in its summary which one is faster, and by what factor, to two decimals: a difference
 * where that factor is above 1 by more than a share.
 */
export function decisionOfSummary(base: number, subject: number, share: number): Decision {
  const ratio = subject / base;
  const printed = Number(Math.max(ratio, 1 / ratio).toFixed(2));
  if (printed <= 1 + share) return { says: 'nothing', ratio };
  return { says: ratio > 1 ? 'slower' : 'faster', ratio };
}
