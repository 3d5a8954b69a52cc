import type { Cell } from './cell.ts';
import type { Estimate, Verdict } from './estimate.ts';
import type { Noise } from './result.ts';
import type { RunHead, Settings } from './run.ts';

/** Version of the comparison of two runs; a renamed or removed field needs the next one. */
export const COMPARISON_SCHEMA = 'crossover.comparison/1';

/** One of the two runs: what it was measured with, and how noisy it was. */
export interface ComparedRun extends Pick<
  RunHead,
  'createdAt' | 'command' | 'fingerprint' | 'commit' | 'sources' | 'mergedFrom' | 'mixed'
> {
  readonly settings: Settings;
  readonly noise: Noise;
}

/** A field in which two fingerprints differ, with what each says; absent where one says nothing. */
export interface FingerprintDifference {
  readonly field: string;
  readonly base?: string;
  readonly head?: string;
}

/** Time of a cell in one of the runs. */
export interface CellTime {
  readonly trials: number;
  readonly wallNs: Estimate;
}

/** A cell of the head run against the same cell of the base run. */
export interface Change extends Cell {
  readonly base: CellTime;
  readonly head: CellTime;
  /** Base time ÷ head time: above 1 the head is faster. Welch's interval, inflated by the noise of both runs. */
  readonly speedUp: Estimate;
  /** Probability that chance alone shows a change as great (Welch, two-sided). */
  readonly p: number;
  /** The same, adjusted for all cells that are compared: of those at most 0.05, about 5 % are no change. */
  readonly adjustedP: number;
  /** Probability by the ranks of the trials alone (Mann–Whitney, two-sided), which no distribution is assumed for. */
  readonly ranksP: number;
  /** Whether there is a change: `adjustedP` is at most 0.05. */
  readonly significant: boolean;
  /** Whether the change is shown to be greater than the margin, adjusted likewise. What is relevant is significant. */
  readonly relevant: boolean;
  readonly verdict: Verdict;
  /** The verdict of its interval alone; present when it says more than `verdict`. */
  readonly alone?: Verdict;
  /** Present when the ranks do not confirm a change that the verdict claims, though there are trials enough. */
  readonly fragile?: true;
}

/** A cell that only one run has, or that the two did not both measure in the same way. */
export interface UnmatchedCell extends Cell {
  readonly kind: 'base-only' | 'head-only' | 'other-work' | 'failed' | 'not-measured';
  /** The same in words. */
  readonly reason: string;
  /** Present when it gave times in the base run, and failed in the head run. */
  readonly broken?: true;
}

/** Two runs, cell by cell: a pure function of both. */
export interface RunComparison {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly base: ComparedRun;
  readonly head: ComparedRun;
  /** How the machines or toolchains differ; empty where the runs may be compared. */
  readonly fingerprintDifferences: readonly FingerprintDifference[];
  /** Smallest change of practical interest, as a share (0.05: 5 %). */
  readonly margin: number;
  /** In the order of the head run's plan. */
  readonly changes: readonly Change[];
  readonly unmatched: readonly UnmatchedCell[];
  /** Median of all speed-ups: what most cells share; absent where none is compared. */
  readonly typical?: number;
  /**
   * Half-width of the median interval, as a share (0.05: 5 %): smaller changes are mostly not seen. `UNBOUNDED` where
   * there is no such interval.
   */
  readonly smallestVisible: number;
  /** One of the runs is too noisy, or a mixture: numbers yes, verdicts no. */
  readonly verdictsWithheld: boolean;
}
