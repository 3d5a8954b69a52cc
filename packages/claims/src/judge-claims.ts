import { evidenceOf, judgeFamily, measuresCalls } from '@crossover/analysis';
import { CLAIMS } from './catalogue.ts';
import { claimVerdict, inFavourOf, outcomeOf, tallyOf } from './claim-verdict.ts';
import { measuringCommand } from './measuring-command.ts';
import { meanOverKernels } from './overall-ratio.ts';
import { openCasesOf } from './open-cases.ts';
import { reasonOf } from './reason.ts';
import type { Claim, ComparisonClaim } from './claim.ts';
import type { Tally } from './claim-verdict.ts';
import type { Evidence, KernelTrials, MeasuredRun } from '@crossover/analysis';
import type { OpenCase, OpenCases } from './open-cases.ts';
import type { SourceBytes, Surroundings } from './cell-pattern.ts';
import type { ClaimCase, ClaimRelation, ClaimResult, Comparison, JudgedCase } from '@crossover/model';

/** The cases of a claim by what became of them. */
type Counts = Pick<ClaimResult, 'wins' | 'ties' | 'losses' | 'open' | 'inFavour' | 'against'>;

const NO_CASES: Counts = { wins: 0, ties: 0, losses: 0, open: 0, inFavour: 0, against: 0 };

/**
 * Holds claims against a run. A pure function of both, which also takes a run that is not finished.
 * Kernels that only measure calls are left out, as in every mean over kernels.
 * @param sourceBytes how much code each lane is
 */
export function judgeClaims(
  run: MeasuredRun,
  sourceBytes: SourceBytes,
  claims: readonly Claim[] = CLAIMS,
): readonly ClaimResult[] {
  const { noise, kernels: all } = evidenceOf(run);
  const kernels = all.filter(({ planned }) => !measuresCalls(planned));
  const around = { cores: run.head.fingerprint.cores, sourceBytes };
  return claims.map((claim) => judgeClaim(claim, { noise, kernels }, around));
}

function judgeClaim(claim: Claim, evidence: Evidence, around: Surroundings): ClaimResult {
  const { kind, id, statement, article, refutedWhen } = claim;
  const sentence = { id, statement, article, refutedWhen };
  switch (kind) {
    case 'comparison':
      return { ...sentence, ...judgeComparison(claim, evidence, around) };
    case 'undecidable':
      return { ...sentence, verdict: 'not-measured', reason: claim.reason, ...NO_CASES, perKernel: [] };
  }
}

function judgeComparison(
  claim: ComparisonClaim,
  { kernels, noise }: Evidence,
  around: Surroundings,
): Omit<ClaimResult, 'id' | 'statement' | 'article' | 'refutedWhen'> {
  const found = kernels.map((kernel) => ({ kernel, open: openCasesOf(claim, kernel, noise, around) }));
  // One claim is one question: all that may decide it holds together, whichever kernel it is of.
  const family = found.flatMap(({ open }) => (open.kind === 'cases' ? open.cases : []));
  const { comparisons } = judgeFamily(
    family.map(({ comparison }) => comparison),
    noise,
  );
  const verdicts = new Map(family.map((one, index) => [one, comparisons[index]!]));
  const perKernel = found.flatMap(({ kernel, open }) => casesOf(claim, kernel, open, verdicts));
  const judged = perKernel.filter((one) => one.kind === 'cells');
  const tally = tallyOf(judged);
  const verdict = claimVerdict(claim.relation, tally);
  const reason = reasonOf(verdict, perKernel, noise);
  const overall = meanOverKernels(judged);
  return {
    relation: claim.relation,
    verdict,
    ...(reason !== undefined && { reason }),
    ...(verdict === 'not-measured' && {
      measuredBy: measuringCommand(
        claim,
        kernels.map(({ planned }) => planned),
        around.cores,
      ),
    }),
    ...countsOf(claim.relation, tally),
    perKernel,
    ...(overall && { overall }),
  };
}

function casesOf(
  { against }: ComparisonClaim,
  { planned: { kernel, workload } }: KernelTrials,
  open: OpenCases,
  verdicts: ReadonlyMap<OpenCase, Comparison>,
): readonly ClaimCase[] {
  if (open.kind === 'none')
    return [{ kind: 'not-measured', kernel, workload, outcome: 'not-measured', reason: open.reason }];
  const shown = against === 'each' ? open.cases : hardest(open.cases);
  return shown.map((one) => judgedCase(one, workload, verdicts.get(one)!));
}

function judgedCase(
  { metric }: OpenCase,
  workload: JudgedCase['workload'],
  { kernel, base, subject, speedUp: ratio, verdict, alone, fragile, contended }: Comparison,
): JudgedCase {
  const outcome = outcomeOf(verdict);
  const marks = { ...(alone && { alone }), ...(fragile && { fragile }), ...(contended && { contended }) };
  return { kind: 'cells', kernel, workload, outcome, metric, base, subject, ratio, verdict, ...marks };
}

/** Of each subject the case against the best base. All of them are in the family, so that the choice costs nothing. */
function hardest(cases: readonly OpenCase[]): readonly OpenCase[] {
  const bySubject = Map.groupBy(cases, ({ comparison }) => comparison.subject);
  return [...bySubject.values()].flatMap((group) =>
    group.toSorted((a, b) => a.comparison.speedUp.estimate - b.comparison.speedUp.estimate).slice(0, 1),
  );
}

function countsOf(relation: ClaimRelation, tally: Tally): Counts {
  const { win: wins, tie: ties, loss: losses, open } = tally;
  const inFavour = inFavourOf(relation, tally);
  return { wins, ties, losses, open, inFavour, against: wins + ties + losses - inFavour };
}
