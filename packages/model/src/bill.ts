import type { Cell } from './cell.ts';
import type { Place } from './floor.ts';

/** What a lane at a place costs besides time of operations: the middle over the kernels that were measured so. */
export interface BillRow extends Place {
  readonly lane: Cell['lane'];
  /** Cells that it is the middle of. */
  readonly cells: number;
  /** Starting threads or processes, and loading the kernel: once. In nanoseconds. */
  readonly startNs: number;
  /** Highest resident memory of all of the cell's processes together. */
  readonly peakRssBytes: number;
  /** Share of an operation that messages between processes take, between 0 and 1. */
  readonly transportShare: number;
  /**
   * Time of those messages for each MiB of input, of kernels with enough input to tell. Absent where there are none, and
   * in runs of before input was counted.
   */
  readonly transportNsPerMib?: number;
}

/** How much code a lane's sources are, all kernels of the run that have one together. */
export interface SourceBill {
  readonly lane: Cell['lane'];
  readonly kernels: number;
  readonly lines: number;
  readonly gzipBytes: number;
}

/** What the levers cost besides time of operations. */
export interface Bill {
  readonly rows: readonly BillRow[];
  /** Absent where nobody told sizes of sources. */
  readonly sources?: readonly SourceBill[];
}
