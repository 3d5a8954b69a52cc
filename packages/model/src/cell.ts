import { isPlain } from './lane.ts';
import type { LaneId } from './lane.ts';
import type { ModeId } from './executor.ts';
import type { PlacementId } from './placement.ts';
import type { WorkloadName } from './workload.ts';

/** A workload name, or `custom` for parameters given on the command line. */
export type CellWorkload = WorkloadName | 'custom';

/** One measured combination: kernel × workload × lane × mode × workers, and a placement if it is a tuned one. */
export interface Cell {
  /** `mandelbrot/medium/rust/worker-threads-2`; of a tuned placement `mandelbrot/medium/rust/processes-2/shared` */
  readonly id: string;
  readonly kernel: string;
  readonly workload: CellWorkload;
  readonly lane: LaneId;
  readonly mode: ModeId;
  /** 1 in modes that have no workers to count. */
  readonly workers: number;
  /** Among how many processes the workers are divided, as threads. Absent where the mode does not divide them. */
  readonly processes?: number;
  /** A tuned placement; the mode's own when absent. */
  readonly placement?: PlacementId;
  /** Present where the mode is none of the standard ones. */
  readonly further?: true;
  /** Present where its workers are more than the cores that they could use when it was planned. */
  readonly oversubscribed?: true;
}

/**
 * Names a cell.
 * @param counted whether the mode has a number of workers, which then is in the id: `processes-2`, or as processes ×
 *   threads `hybrid-2x1`
 */
export function cellOf(parts: Omit<Cell, 'id'>, counted: boolean): Cell {
  const { kernel, workload, lane, mode, workers, processes, placement } = parts;
  const count = processes === undefined ? workers : `${processes}x${workers / processes}`;
  const placed = [counted ? `${mode}-${count}` : mode, ...(placement === undefined ? [] : [placement])];
  return { id: [kernel, workload, lane, ...placed].join('/'), ...parts };
}

/** How a cell is placed: `single-thread`, `worker-threads-2`, `processes-2/shared`. The end of its id. */
export function placeOf({ id, lane }: Pick<Cell, 'id' | 'lane'>): string {
  return id.slice(id.indexOf(`/${lane}/`) + lane.length + 2);
}

/** Whether a cell is of a standard mode, placed as the mode itself does: no other is attributed, or averaged. */
export function isStandard({ placement, further }: Pick<Cell, 'placement' | 'further'>): boolean {
  return placement === undefined && further === undefined;
}

/** Whether a cell may stand in a headline: a plain lane in a standard mode, placed as the mode itself does. */
export function mayHeadline(cell: Pick<Cell, 'lane' | 'placement' | 'further'>): boolean {
  return isPlain(cell.lane) && isStandard(cell);
}
