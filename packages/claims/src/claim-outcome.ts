import { claimVerdict, inFavourOf, tallyOf } from './claim-verdict.ts';
import { meanOverKernels } from './overall-ratio.ts';
import { reasonOf } from './reason.ts';
import type { ClaimCase, ClaimRelation, ClaimResult, Noise } from '@crossover/model';

/** What a run says on a claim, but for its sentences. */
export type ClaimOutcome = Omit<ClaimResult, 'id' | 'statement' | 'article' | 'refutedWhen'>;

/** What is counted where there are no cases. */
export const NO_CASES: Pick<ClaimResult, 'wins' | 'ties' | 'losses' | 'open' | 'inFavour' | 'against'> = {
  wins: 0,
  ties: 0,
  losses: 0,
  open: 0,
  inFavour: 0,
  against: 0,
};

/**
 * The verdict on a claim with its reason, from its cases.
 * @param measuredBy what to give the command so that there are cases; shown where there are none
 */
export function claimOutcome(
  relation: ClaimRelation,
  cases: readonly ClaimCase[],
  noise: Noise,
  measuredBy: string,
): ClaimOutcome {
  const tally = tallyOf(cases.filter((one) => one.kind !== 'not-measured'));
  const { win: wins, tie: ties, turns, loss: losses, open } = tally;
  const inFavour = inFavourOf(relation, tally);
  const compared = cases.filter((one) => one.kind === 'cells');
  const overall = meanOverKernels(compared);
  const kernels = new Set(compared.map(({ kernel }) => kernel)).size;
  const together =
    overall === undefined || noise.verdictsWithheld || noise.mixed ? undefined : { kernels, ratio: overall };
  const verdict = claimVerdict(relation, tally, together);
  const alone = claimVerdict(relation, tally);
  const reason = verdict === alone ? reasonOf(verdict, cases, noise) : 'by all kernels together';
  return {
    relation,
    verdict,
    ...(reason !== undefined && { reason }),
    ...(verdict === 'not-measured' && { measuredBy }),
    wins,
    ties,
    ...(relation === 'from-some-size' && { turns }),
    losses,
    open,
    inFavour,
    against: wins + ties + turns + losses - inFavour,
    perKernel: cases,
    ...(overall && { overall }),
  };
}
