import type { LaneId } from './lane.ts';
import type { ModeId } from './executor.ts';
import type { WorkloadName } from './workload.ts';

/** A workload name, or `custom` for parameters given on the command line. */
export type CellWorkload = WorkloadName | 'custom';

/** One measured combination: kernel × workload × lane × mode × workers. */
export interface Cell {
  /** `mandelbrot/medium/rust/worker-threads-2` */
  readonly id: string;
  readonly kernel: string;
  readonly workload: CellWorkload;
  readonly lane: LaneId;
  readonly mode: ModeId;
  /** 1 in modes that have no workers to count. */
  readonly workers: number;
}

/**
 * Names a cell.
 * @param counted whether the mode has a number of workers, which then ends the id
 */
export function cellOf(parts: Omit<Cell, 'id'>, counted: boolean): Cell {
  const mode = counted ? `${parts.mode}-${parts.workers}` : parts.mode;
  return { id: `${parts.kernel}/${parts.workload}/${parts.lane}/${mode}`, ...parts };
}
