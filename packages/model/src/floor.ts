import type { Cell } from './cell.ts';
import type { Failure } from './failure.ts';
import type { WaitPolicy } from './wait-policy.ts';

/** Where work is placed, whatever the work is: what cells of different kernels and lanes have in common. */
export interface Place extends Pick<Cell, 'mode' | 'workers' | 'processes' | 'placement'> {
  /** The end of its cells' ids: `processes-2/shared`. */
  readonly place: string;
}

/** The floor of a place: what it costs before anything is computed. Measured before the first kernel, in a fresh process. */
export interface MeasuredFloor extends Place {
  readonly status: 'ok';
  /** Whose code the workers had loaded; it computed nothing. */
  readonly lane: Cell['lane'];
  /** How the workers and their caller really waited. */
  readonly waitPolicy: WaitPolicy;
  /** How many empty regions were timed, one by one. */
  readonly regions: number;
  /** Median time of an empty region: every worker is told that there is nothing to do, and has said so. */
  readonly emptyNs: number;
  /** From the start of its threads or processes until all of them are ready, in nanoseconds. */
  readonly readyNs: number;
  /**
   * Resident memory that each thread adds to its process, or that each child process has, in bytes. Absent where there
   * is neither.
   */
  readonly workerRssBytes?: number;
  /** Of a child process, each shared page divided among those that share it. Absent where nobody tells. */
  readonly workerPssBytes?: number;
}

/** A floor that could not be measured. */
export interface FailedFloor extends Place {
  readonly status: 'failed';
  readonly failure: Failure;
}

export type Floor = MeasuredFloor | FailedFloor;

/** A floor as a run keeps it. */
export type FloorRecord = Floor & { readonly kind: 'floor' };

/**
 * How many times as long as its place's floor an operation must be for the floor to be no more than that share of it:
 * 100 for 1 %.
 */
export const FLOORS_FOR: Readonly<Record<'onePercent' | 'tenPercent', number>> = {
  onePercent: 100,
  tenPercent: 10,
};
