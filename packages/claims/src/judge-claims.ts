import { evidenceOf, judgeFamily, measuresCalls } from '@crossover/analysis';
import { CLAIMS } from './catalogue.ts';
import { claimOutcome, NO_CASES } from './claim-outcome.ts';
import { outcomeOf } from './claim-verdict.ts';
import { judgePlaces } from './judge-places.ts';
import { judgeSizes } from './judge-sizes.ts';
import { measuringCommand } from './measuring-command.ts';
import { openCasesOf } from './open-cases.ts';
import type { Claim, ComparisonClaim } from './claim.ts';
import type { ClaimOutcome } from './claim-outcome.ts';
import type { Evidence, KernelTrials, MeasuredRun } from '@crossover/analysis';
import type { OpenCase, OpenCases } from './open-cases.ts';
import type { SourceBytes, Surroundings } from './cell-pattern.ts';
import type { BreakEvenResult, ClaimCase, ClaimResult, Comparison, JudgedCase } from '@crossover/model';

/** What a run does not hold, or that takes long to find. */
export interface OtherEvidence {
  /** How much code each lane is. */
  readonly sourceBytes: SourceBytes;
  /** From which size on lanes pay; absent where the run has one size only. */
  readonly breakEven?: readonly BreakEvenResult[] | undefined;
}

/**
 * Holds claims against a run. A pure function of both, which also takes a run that is not finished.
 * Kernels that only measure calls are left out, as in every mean over kernels.
 */
export function judgeClaims(
  run: MeasuredRun,
  { sourceBytes, breakEven = [] }: OtherEvidence,
  claims: readonly Claim[] = CLAIMS,
): readonly ClaimResult[] {
  const { noise, kernels: all } = evidenceOf(run);
  const kernels = all.filter(({ planned }) => !measuresCalls(planned));
  const planned = kernels.map((kernel) => kernel.planned);
  const { cores } = run.head.fingerprint;
  const outcomeOn = (claim: Claim): ClaimOutcome => {
    switch (claim.kind) {
      case 'comparison':
        return judgeComparison(claim, { noise, kernels }, { cores, sourceBytes });
      case 'places':
        return judgePlaces(claim, run.records, noise, cores);
      case 'sizes':
        return judgeSizes(claim, { kernels: planned, breakEven, noise, cores });
      case 'undecidable':
        return { verdict: 'not-measured', reason: claim.reason, ...NO_CASES, perKernel: [] };
    }
  };
  return claims.map((claim) => {
    const { id, statement, article, refutedWhen } = claim;
    return { id, statement, article, refutedWhen, ...outcomeOn(claim) };
  });
}

function judgeComparison(
  claim: ComparisonClaim,
  { kernels, noise }: Evidence,
  around: Surroundings,
): ClaimOutcome {
  const found = kernels.map((kernel) => ({ kernel, open: openCasesOf(claim, kernel, noise, around) }));
  // One claim is one question: all that may decide it holds together, whichever kernel it is of.
  const family = found.flatMap(({ open }) => (open.kind === 'cases' ? open.cases : []));
  const { comparisons } = judgeFamily(
    family.map(({ comparison }) => comparison),
    noise,
  );
  const verdicts = new Map(family.map((one, index) => [one, comparisons[index]!]));
  const cases = found.flatMap(({ kernel, open }) => casesOf(claim, kernel, open, verdicts));
  const planned = kernels.map((kernel) => kernel.planned);
  return claimOutcome(claim.relation, cases, noise, measuringCommand(claim, planned, around.cores));
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
  { metric, copyNsPerMib }: OpenCase,
  workload: JudgedCase['workload'],
  { kernel, base, subject, speedUp: ratio, verdict, alone, fragile, contended }: Comparison,
): JudgedCase {
  const outcome = outcomeOf(verdict);
  const perMib = copyNsPerMib === undefined ? {} : { copyNsPerMib };
  const marks = { ...(alone && { alone }), ...(fragile && { fragile }), ...(contended && { contended }) };
  return {
    kind: 'cells',
    kernel,
    workload,
    outcome,
    metric,
    base,
    subject,
    ratio,
    verdict,
    ...perMib,
    ...marks,
  };
}

/** Of each subject the case against the best base. All of them are in the family, so that the choice costs nothing. */
function hardest(cases: readonly OpenCase[]): readonly OpenCase[] {
  const bySubject = Map.groupBy(cases, ({ comparison }) => comparison.subject);
  return [...bySubject.values()].flatMap((group) =>
    group.toSorted((a, b) => a.comparison.speedUp.estimate - b.comparison.speedUp.estimate).slice(0, 1),
  );
}
