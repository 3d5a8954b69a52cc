import type { CaseOutcome, ClaimRelation, ClaimVerdict, Estimate, Verdict } from '@crossover/model';

/** How many cases there are of each kind. */
export type Tally = Readonly<Record<CaseOutcome, number>>;

export function tallyOf(cases: readonly { readonly outcome: CaseOutcome }[]): Tally {
  const of = (outcome: CaseOutcome): number => cases.filter((one) => one.outcome === outcome).length;
  return { win: of('win'), tie: of('tie'), turns: of('turns'), loss: of('loss'), open: of('open') };
}

/** What a verdict on a pair of cells makes of its case. `slightly` counts as much: the interval excludes 1. */
export function outcomeOf(verdict: Verdict): CaseOutcome {
  switch (verdict) {
    case 'faster':
    case 'slightly-faster':
      return 'win';
    case 'same':
      return 'tie';
    case 'slower':
    case 'slightly-slower':
      return 'loss';
    case 'inconclusive':
    case 'withheld':
      return 'open';
  }
}

/** Which decided cases are as a relation says; the other decided ones are against it. */
export function outcomesFor(relation: ClaimRelation): readonly CaseOutcome[] {
  switch (relation) {
    case 'faster':
      return ['win'];
    case 'not-faster':
      return ['tie', 'loss'];
    case 'not-slower':
      return ['win', 'tie'];
    case 'more':
      return ['loss'];
    case 'from-some-size':
      return ['turns'];
  }
}

/** How many cases are decided as a relation says. */
export function inFavourOf(relation: ClaimRelation, tally: Tally): number {
  return outcomesFor(relation).reduce((sum, outcome) => sum + tally[outcome], 0);
}

/** So many kernels decide together at least: with fewer, not even an exact sign test over kernels could at 95 %. */
const FEWEST_TOGETHER = 6;

/** Differences below this share count for nothing: the margin of verdicts. */
const MARGIN = 0.05;

/** What all kernels say together. */
export interface Together {
  readonly kernels: number;
  /** Their mean ratio, its interval over kernels. */
  readonly ratio: Estimate;
}

/**
 * The verdict on a claim, from its cases that were measured.
 *
 * - `mixed`: at least one case is decided for it, and at least one against it;
 * - `supported`: at least half of the cases are decided, all for it; or fewer are, none of them against it, and all kernels together
 *   are for it;
 * - `refuted`: likewise against it;
 * - `inconclusive`: neither;
 * - `not-measured`: there are no cases.
 *
 * All cases of a claim are judged together, so that with 95 % probability none of them is decided wrongly: otherwise
 * the more kernels a run has, the more likely chance alone makes a claim `mixed`.
 */
export function claimVerdict(relation: ClaimRelation, tally: Tally, together?: Together): ClaimVerdict {
  const decided = tally.win + tally.tie + tally.turns + tally.loss;
  const inFavour = inFavourOf(relation, tally);
  if (decided + tally.open === 0) return 'not-measured';
  if (inFavour > 0 && inFavour < decided) return 'mixed';
  if (decided > 0 && decided >= tally.open) return inFavour > 0 ? 'supported' : 'refuted';
  const outcome = outcomeOver(together);
  if (outcome === undefined) return 'inconclusive';
  const supports = outcomesFor(relation).includes(outcome);
  const contradicted = supports ? decided > inFavour : inFavour > 0;
  if (contradicted) return 'inconclusive';
  return supports ? 'supported' : 'refuted';
}

/** What the mean over kernels shows beyond the margin; undefined where it shows nothing. */
function outcomeOver(together: Together | undefined): CaseOutcome | undefined {
  if (together === undefined || together.kernels < FEWEST_TOGETHER) return undefined;
  const { low, high } = together.ratio;
  if (low > 1 + MARGIN) return 'win';
  if (high < 1 / (1 + MARGIN)) return 'loss';
  return low > 1 / (1 + MARGIN) && high < 1 + MARGIN ? 'tie' : undefined;
}
