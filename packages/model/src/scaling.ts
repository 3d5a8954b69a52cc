import type { Cell } from './cell.ts';
import type { Estimate } from './estimate.ts';

/** How a lane's time falls with the number of its workers, in one mode. */
export interface ScalingResult extends Pick<Cell, 'kernel' | 'workload' | 'lane' | 'mode' | 'placement'> {
  /** What serial shares, losses and laws refer to: the mode's own single worker where it was measured. */
  readonly basis: 'one-worker' | 'single-thread';
  /** In ascending order of workers. */
  readonly points: readonly ScalingPoint[];
  readonly amdahl: ScalingLaw;
  readonly usl: ScalingLaw;
  /** The law with the smaller criterion; absent where neither was fitted. */
  readonly better?: 'amdahl' | 'usl';
}

/** One number of workers. */
export interface ScalingPoint {
  /** Id of the cell. */
  readonly cell: string;
  readonly workers: number;
  readonly oversubscribed?: true;
  /** The lane's time on a single thread ÷ time on so many workers. */
  readonly absolute?: Estimate;
  /** The mode's time on one worker ÷ time on so many. */
  readonly relative?: Estimate;
  /** The relative speed-up ÷ workers. */
  readonly efficiency?: Estimate;
  /** Share of the work that was not divided, by Karp and Flatt; below 0 where workers gain more than their number. */
  readonly serial?: Estimate;
  /** The same for as many cores as the machine really gave to that many threads. */
  readonly onCapacity?: { readonly effective: number; readonly serial: Estimate };
  readonly loss?: ScalingLoss;
}

/**
 * Speed-up over the basis = ideal × work × utilisation × occupancy. The estimates multiply exactly.
 * Absent where a clock read no CPU time.
 */
export interface ScalingLoss {
  /** The number of workers. */
  readonly ideal: number;
  /** CPU time of the basis ÷ of all workers: below 1, dividing the work made more of it. */
  readonly work: Estimate;
  /** CPU time of all workers ÷ (workers × wall time): below 1, workers waited. */
  readonly utilisation: Estimate;
  /** Wall ÷ CPU time of the basis: about 1; above, it waited as well, below, other threads of its process helped. */
  readonly occupancy: Estimate;
}

/** A law's parameters over all blocks, or why it was not fitted. */
export type ScalingLaw =
  | {
      readonly kind: 'fit';
      /** Share of the work that is not divided. */
      readonly serial: Estimate;
      /** What each pair of workers costs each other; only in the universal scalability law. */
      readonly crosstalk?: Estimate;
    }
  | { readonly kind: 'refused'; readonly reason: string };
