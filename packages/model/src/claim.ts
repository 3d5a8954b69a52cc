import type { BreakEven } from './break-even.ts';
import type { Cell, CellWorkload } from './cell.ts';
import type { Comparison } from './result.ts';
import type { Estimate } from './estimate.ts';

/**
 * What two cells can be compared by; of each, less is better.
 * - `wall`, `cpu`: time of an operation;
 * - `start`: time until the threads or processes of a trial are ready, paid once;
 * - `copies`: how many times as long messages between processes make an operation; 1 where there are none;
 * - `peak-memory`: highest resident memory;
 * - `proportional-memory`: memory with each shared page divided among the processes that share it.
 */
export const METRICS = ['wall', 'cpu', 'start', 'copies', 'peak-memory', 'proportional-memory'] as const;

export type Metric = (typeof METRICS)[number];

/**
 * How a claim says that its subject compares with its base: `more` of memory or time that is a price, `from-some-size`
 * where the subject costs more for little work and less for much.
 */
export const CLAIM_RELATIONS = ['faster', 'not-faster', 'not-slower', 'more', 'from-some-size'] as const;

export type ClaimRelation = (typeof CLAIM_RELATIONS)[number];

/**
 * Outcome of a claim over all its cases.
 * - `supported`: what is decided is for it, and at least half of the cases are decided;
 * - `refuted`: the same against it;
 * - `mixed`: some cases are for it and some against;
 * - `inconclusive`: too few are decided;
 * - `not-measured`: there is no case.
 */
export const CLAIM_VERDICTS = ['supported', 'refuted', 'mixed', 'inconclusive', 'not-measured'] as const;

export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/**
 * A subject against its base: it is better, the same or worse, or that is open. Over several sizes: better at all of
 * them, better from some size on (`turns`), or only up to one (`loss`); worse at all of them is open, as a larger one
 * might turn it. Whether it speaks for the claim is the relation's business.
 */
export type CaseOutcome = 'win' | 'tie' | 'turns' | 'loss' | 'open';

/** A pair of cells that a claim is about. */
export interface JudgedCase extends Pick<
  Comparison,
  'base' | 'subject' | 'verdict' | 'alone' | 'fragile' | 'contended'
> {
  readonly kind: 'cells';
  readonly kernel: string;
  readonly workload: CellWorkload;
  readonly outcome: CaseOutcome;
  readonly metric: Metric;
  /** Base ÷ subject: above 1 the subject is faster, or needs less. Its verdict is one of those of the whole claim. */
  readonly ratio: Estimate;
  /** Of the metric `copies`: what messages take for each MiB of input, where there is enough of it to tell. */
  readonly copyNsPerMib?: number;
}

/** Two places that a claim is about, whatever is computed there. */
export interface PlaceCase extends Pick<Comparison, 'verdict'> {
  readonly kind: 'places';
  readonly outcome: CaseOutcome;
  /** Their floors: time until all workers have said that there is nothing to do. */
  readonly metric: 'round-trip';
  /** The end of the ids of cells that are there: `processes-2`. */
  readonly base: string;
  readonly subject: string;
  /** Base ÷ subject, as of cells. */
  readonly ratio: Estimate;
}

/** A lane at a place that a claim is about, over the sizes of a kernel. */
export interface SizeCase extends Pick<Cell, 'kernel' | 'lane'> {
  readonly kind: 'sizes';
  readonly outcome: CaseOutcome;
  readonly place: string;
  /** Whether what starts once is counted. */
  readonly cost: 'warm' | 'cold';
  readonly breakEven: BreakEven;
}

/** A kernel of the run that says nothing on a claim. */
export interface UnmeasuredCase {
  readonly kind: 'not-measured';
  readonly kernel: string;
  readonly workload: CellWorkload;
  readonly outcome: 'not-measured';
  readonly reason: string;
}

export type ClaimCase = JudgedCase | PlaceCase | SizeCase | UnmeasuredCase;

/** What a run says on a sentence of the article. */
export interface ClaimResult {
  readonly id: string;
  /** The claim in one sentence, as a Node engineer would say it. */
  readonly statement: string;
  /** What the article says. */
  readonly article: string;
  /** What would have to be seen for it to be wrong. */
  readonly refutedWhen: string;
  /** Absent in claims that no comparison of cells decides. */
  readonly relation?: ClaimRelation;
  readonly verdict: ClaimVerdict;
  /** Why there is no other verdict. */
  readonly reason?: string;
  /** What to give the command so that the claim is measured; present where it was not and could be. */
  readonly measuredBy?: string;
  /** Cases whose subject is better, the same, worse; and those without a verdict. */
  readonly wins: number;
  readonly ties: number;
  /** Cases whose subject is better from some size on; absent of claims that are about one size. */
  readonly turns?: number;
  readonly losses: number;
  readonly open: number;
  /** Decided cases that are as the claim says, and those that are not. */
  readonly inFavour: number;
  readonly against: number;
  /** In the order of the plan; a kernel has several cases where the claim names several cells. */
  readonly perKernel: readonly ClaimCase[];
  /** Geometric mean of the kernels' ratios, base ÷ subject, its interval over kernels; absent below three kernels. */
  readonly overall?: Estimate;
}

/** Version of the claims as a document of their own; a renamed or removed field needs the next one. */
export const CLAIMS_SCHEMA = 'crossover.claims/1';

/** The claims of a run by themselves. */
export interface ClaimsDocument {
  readonly schema: typeof CLAIMS_SCHEMA;
  readonly createdAt: string;
  /** Id of the fingerprint. */
  readonly fingerprint: string;
  readonly claims: readonly ClaimResult[];
}
