import type { Fingerprint } from './fingerprint.ts';
import type { CellResult, Comparison, KernelResult } from './result.ts';
import type { RunHead, WarmUp } from './run.ts';
import type { Calibration, CompletedTrial, Disturbance, FailedTrial } from './trial.ts';

/** All that a run holds about one cell. */
export interface CellDetails {
  readonly createdAt: RunHead['createdAt'];
  readonly fingerprint: Fingerprint;
  readonly kernel: KernelResult;
  readonly cell: CellResult;
  /** Whether it is the cell that its kernel's speed-ups refer to. */
  readonly isBase: boolean;
  /** With the base; absent where one of the two has no times. */
  readonly comparison?: Comparison;
  /** Of a tuned placement with the mode's own; absent where one of the two has no times. */
  readonly overOwn?: Comparison;
  /** The last one; absent where the cell was not calibrated. */
  readonly calibration?: Calibration;
  /** When a trial of this run had warmed up. */
  readonly warmUp: WarmUp;
  /** In the order in which they were measured; twins, and trials that do not count, among them. */
  readonly trials: readonly TrialDetails[];
}

/** One trial of a cell, with what is known about the block around it. */
export type TrialDetails = MeasuredTrialDetails | FailedTrialDetails;

interface BlockDetails {
  /** Whether others used the machine during its block; empty where they did not, or nobody looked. */
  readonly disturbances: readonly Disturbance[];
  /** Why it does not enter the cell's times; absent where it does. */
  readonly leftOut?: LeftOut;
}

/**
 * Why a trial does not enter the times of its cell.
 * - `twin`: it shows the noise of the run;
 * - `block-replaced`: its block was disturbed, and measured again;
 * - `taken-again`: its turn was taken once more after an interruption;
 * - `failed`: it, or the whole cell by a wrong answer, has no time.
 */
export type LeftOut = 'twin' | 'block-replaced' | 'taken-again' | 'failed';

export interface MeasuredTrialDetails extends BlockDetails {
  readonly kind: 'measured';
  readonly trial: CompletedTrial;
  /** Over its samples; absent where it holds none. */
  readonly wallNs?: Spread;
  /** Operations of its warm-up; absent where it had none. */
  readonly warmUpNs?: Spread;
}

export interface FailedTrialDetails extends BlockDetails {
  readonly kind: 'failed';
  readonly trial: FailedTrial;
}

/** The ends and the middle of some times, in nanoseconds. */
export interface Spread {
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
}
