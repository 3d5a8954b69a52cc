import type { ClaimRelation, ClaimResult, Metric } from '@crossover/model';
import type { CellPattern } from './cell-pattern.ts';

/** A sentence of the article, to be held against a run. */
export type Claim = ComparisonClaim | UndecidableClaim;

type Sentence = Pick<ClaimResult, 'id' | 'statement' | 'article' | 'refutedWhen'>;

/** What a kernel and its machine must offer for a claim to say something about them. */
export type Need =
  /** Work that can be divided. */
  | 'items'
  /** More than one core. */
  | 'cores';

/** A claim that cells decide: on each kernel its subjects are compared with its bases. */
export interface ComparisonClaim extends Sentence {
  readonly kind: 'comparison';
  /** What the cells are compared by: the first that both of them have. */
  readonly metrics: readonly Metric[];
  readonly bases: readonly CellPattern[];
  readonly subject: CellPattern;
  readonly relation: ClaimRelation;
  /** Whether each base makes a case, or only the best of them, which then all patterns must have a cell for. */
  readonly against: 'each' | 'best';
  readonly needs: readonly Need[];
}

/** A claim that no run of kernels can decide, and why. */
export interface UndecidableClaim extends Sentence {
  readonly kind: 'undecidable';
  readonly reason: string;
}
