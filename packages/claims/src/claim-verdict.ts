import type { CaseOutcome, ClaimRelation, ClaimVerdict, Verdict } from '@crossover/model';

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

/**
 * The verdict on a claim, from its cases that were measured.
 *
 * - `mixed`: at least one case is decided for it, and at least one against it;
 * - `supported`: at least half of the cases are decided, all for it;
 * - `refuted`: at least half of the cases are decided, all against it;
 * - `inconclusive`: fewer are decided;
 * - `not-measured`: there are no cases.
 *
 * All cases of a claim are judged together, so that with 95 % probability none of them is decided wrongly: otherwise
 * the more kernels a run has, the more likely chance alone makes a claim `mixed`.
 */
export function claimVerdict(relation: ClaimRelation, tally: Tally): ClaimVerdict {
  const decided = tally.win + tally.tie + tally.turns + tally.loss;
  const inFavour = inFavourOf(relation, tally);
  if (decided + tally.open === 0) return 'not-measured';
  if (inFavour > 0 && inFavour < decided) return 'mixed';
  if (decided < tally.open || decided === 0) return 'inconclusive';
  return inFavour > 0 ? 'supported' : 'refuted';
}
