import type { Failure, LaneId, Tier } from '@crossover/model';
import type { HostWork } from '../host/host-protocol.ts';

/** A kernel in a lane, to be watched while V8 compiles it. */
export interface TierSubject {
  readonly work: HostWork;
  readonly lane: LaneId;
  /** Among how many workers the work is divided; one of them is imitated. */
  readonly workers: number;
  /** Whether the lane reads what the program holds, where it can. */
  readonly readsHeld: boolean;
}

/** What the tier host is asked to do, as one JSON argument. */
export interface TierRequest {
  readonly subjects: readonly TierSubject[];
}

/** What the tier host prints among V8's traces: one JSON text in a line, after the mark. */
export type TierEvent =
  | { readonly kind: 'begun'; readonly subject: number }
  /** So many operations are complete, and these functions were found on another tier than before. */
  | {
      readonly kind: 'operations';
      readonly operations: number;
      readonly changes: Readonly<Record<string, Tier>>;
    }
  /** Warm from here on. */
  | { readonly kind: 'warm' }
  /** Watched to the end; these functions stand for the passes. */
  | { readonly kind: 'done'; readonly passes: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the host's own lines begin with. */
export const EVENT_MARK = 'tier-event: ';
