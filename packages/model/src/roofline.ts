import type { Cell } from './cell.ts';
import type { Estimate } from './estimate.ts';
import type { ArithmeticPeak, BandwidthPeak, Peaks } from './peaks.ts';
import type { PlannedWork } from './work-count.ts';

/**
 * How near the cells of a run come to what the machine can do.
 * S. Williams, A. Waterman and D. Patterson, Roofline: an insightful visual performance model for multicore
 * architectures, CACM 52(4), 2009.
 */
export interface Roofline {
  readonly peaks: Peaks;
  /** In the order of the plan. */
  readonly kernels: readonly KernelWork[];
  /** Measured cells of counted kernels, in the order of the plan; none where the peaks were not measured. */
  readonly points: readonly RooflinePoint[];
}

/** What a kernel with one workload has to do in one operation. */
export type KernelWork = Pick<Cell, 'kernel' | 'workload'> & PlannedWork;

/** A cell under its roof. */
export interface RooflinePoint extends Pick<Cell, 'kernel' | 'workload' | 'lane'> {
  /** Id of the cell. */
  readonly cell: string;
  /** The end of its id: `worker-threads-2`. */
  readonly place: string;
  /** Threads that its peaks are those of: its workers, but no more than the machine has cores. */
  readonly threads: number;
  /** Arithmetic operations per byte that must move. */
  readonly intensity: number;
  /** Arithmetic operations per second. */
  readonly achievedPerSecond: Estimate;
  /** What the lower of its two roofs allows, in arithmetic operations per second. */
  readonly attainablePerSecond: number;
  readonly roof: Roof;
  /**
   * Achieved ÷ attainable. Its interval is that of the cell's time; the peaks have none. Above 1 where the machine does
   * something that the model does not know, such as a whole step of SHA-256 in one instruction.
   */
  readonly share: Estimate;
  /** Achieved ÷ what arithmetic without vectors would allow under the same bandwidth; absent where it was not measured. */
  readonly shareOfScalar?: Estimate;
}

/** What limits a cell: the lower of the two. */
export type Roof =
  | ({ readonly kind: 'arithmetic' } & Pick<ArithmeticPeak, 'numbers' | 'form' | 'instructions'>)
  /** Of the nearest level that holds all of its data. */
  | ({ readonly kind: 'bandwidth' } & Pick<BandwidthPeak, 'level' | 'stores'>);
