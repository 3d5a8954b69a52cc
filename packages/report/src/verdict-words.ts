import type { Verdict } from '@crossover/model';

/** A verdict as it stands in a table. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'faster':
    case 'slower':
    case 'same':
    case 'inconclusive':
      return verdict;
    case 'slightly-faster':
      return 'slightly faster';
    case 'slightly-slower':
      return 'slightly slower';
    case 'withheld':
      return 'no verdict';
  }
}

/** A verdict with what limits it. */
interface Judged {
  readonly verdict: Verdict;
  readonly fragile?: true;
  readonly alone?: Verdict;
  readonly contended?: true;
  /** Whether the operation is so short that the floor of its mode counts. */
  readonly nearFloor?: boolean;
}

/** The verdict of a comparison, marked where footnotes belong to it. */
export function verdictOf({ verdict, fragile, alone, contended, nearFloor }: Judged): string {
  const marks = `${fragile ? '*' : ''}${alone === undefined ? '' : '+'}${contended ? '!' : ''}${nearFloor ? '~' : ''}`;
  return `${verdictWords(verdict)}${marks === '' ? '' : ` ${marks}`}`;
}

/** What the star says. */
export const FRAGILE =
  'verdicts with *: a test that assumes no distribution does not confirm them; more blocks would tell';

/** What the cross says. */
export const ALONE =
  'verdicts with +: the interval alone says more; among all comparisons of its kernel that may be chance';

/** What the exclamation mark says. */
export const CONTENDED =
  'verdicts with !: wall time shows a difference and CPU time does not; the slower cell waited for a core';

/** What the tilde says. */
export const NEAR_FLOOR =
  'verdicts with ~: the operation is shorter than 100 empty regions of its mode, so that more than 1 % of it is overhead';
