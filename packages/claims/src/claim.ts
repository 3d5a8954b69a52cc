import type { ClaimRelation, ClaimResult, LaneId, Metric, ModeId, SizeCase } from '@crossover/model';
import type { CellPattern } from './cell-pattern.ts';

/** A sentence of the article, to be held against a run. */
export type Claim = ComparisonClaim | PlacesClaim | SizesClaim | UndecidableClaim;

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
  readonly relation: Exclude<ClaimRelation, 'from-some-size'>;
  /** Whether each base makes a case, or only the best of them, which then all patterns must have a cell for. */
  readonly against: 'each' | 'best';
  readonly needs: readonly Need[];
}

/** A claim that the floors of two places decide, each in its mode's own placement with one worker per core. */
export interface PlacesClaim extends Sentence {
  readonly kind: 'places';
  readonly base: ModeId;
  readonly subject: ModeId;
  readonly relation: 'more';
}

/** A claim that is decided from which size on a lane in a mode costs less than TypeScript on a single thread. */
export interface SizesClaim extends Sentence {
  readonly kind: 'sizes';
  readonly lane: LaneId;
  readonly mode: ModeId;
  readonly cost: SizeCase['cost'];
  readonly relation: 'from-some-size';
}

/** A claim that no run of kernels can decide, and why. */
export interface UndecidableClaim extends Sentence {
  readonly kind: 'undecidable';
  readonly reason: string;
}
