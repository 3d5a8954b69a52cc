import { isBounded } from '@crossover/model';
import { csvOf, csvText } from '../csv-file.ts';
import type { CsvRow } from '../csv-file.ts';
import type { ClaimCase, ClaimResult, Estimate } from '@crossover/model';

/**
 * Claims as a table for spreadsheets (RFC 4180): a row for each case, with its claim's own outcome repeated; a claim
 * without cases has a row of its own. Names are as in the JSON document; ratios are base over subject.
 */
export function renderClaimsCsv(claims: readonly ClaimResult[]): string {
  const rows = claims.flatMap((claim) => {
    const { perKernel } = claim;
    const cases: readonly (ClaimCase | undefined)[] = perKernel.length === 0 ? [undefined] : perKernel;
    return cases.map((one) => Object.assign({}, claimFields(claim), caseFields(one)));
  });
  return csvOf(rows, Object.keys({ ...claimFields(NO_CLAIM), ...caseFields(undefined) }));
}

/** Gives the names of the columns where there is no claim. */
const NO_CLAIM: ClaimResult = {
  id: '',
  statement: '',
  article: '',
  refutedWhen: '',
  verdict: 'not-measured',
  wins: 0,
  ties: 0,
  losses: 0,
  open: 0,
  inFavour: 0,
  against: 0,
  perKernel: [],
};

function claimFields(claim: ClaimResult): CsvRow {
  const { id, statement, relation, verdict, reason, measuredBy, overall } = claim;
  const { wins, ties, turns, losses, open, inFavour, against } = claim;
  return {
    claim: csvText(id),
    statement: csvText(statement),
    relation,
    verdict,
    reason: reason && csvText(reason),
    measuredBy: measuredBy && csvText(measuredBy),
    wins,
    ties,
    turns,
    losses,
    open,
    inFavour,
    against,
    ...interval('overall', overall),
  };
}

function caseFields(one: ClaimCase | undefined): CsvRow {
  return {
    kernel: one && 'kernel' in one ? csvText(one.kernel) : undefined,
    workload: one && 'workload' in one ? one.workload : undefined,
    base: one && 'base' in one ? csvText(one.base) : undefined,
    subject: one && subjectOf(one),
    metric: one && 'metric' in one ? one.metric : undefined,
    ...interval('ratio', one && 'ratio' in one ? one.ratio : undefined),
    outcome: one?.outcome,
    caseVerdict: one && 'verdict' in one ? one.verdict : undefined,
    copyNsPerMib: one?.kind === 'cells' ? one.copyNsPerMib : undefined,
    cost: one?.kind === 'sizes' ? one.cost : undefined,
    breakEven: one?.kind === 'sizes' ? one.breakEven.kind : undefined,
    ...interval(
      'fromBaseNs',
      one?.kind === 'sizes' && 'baseNs' in one.breakEven ? one.breakEven.baseNs : undefined,
    ),
    caseReason: one && reasonIn(one),
  };
}

function subjectOf(one: ClaimCase): string | undefined {
  switch (one.kind) {
    case 'cells':
    case 'places':
      return csvText(one.subject);
    case 'sizes':
      return csvText(`${one.lane}/${one.place}`);
    case 'not-measured':
      return undefined;
  }
}

function reasonIn(one: ClaimCase): string | undefined {
  if (one.kind === 'not-measured') return csvText(one.reason);
  if (one.kind === 'sizes' && 'reason' in one.breakEven) return csvText(one.breakEven.reason);
  return undefined;
}

/** `ratio`, `ratioLow`, `ratioHigh`; no upper end where there is none. */
function interval(name: string, estimate: Estimate | undefined): CsvRow {
  return {
    [name]: estimate?.estimate,
    [`${name}Low`]: estimate?.low,
    [`${name}High`]: estimate && isBounded(estimate) ? estimate.high : undefined,
  };
}
