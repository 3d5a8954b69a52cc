import type { CellWorkload } from './cell.ts';
import type { Failure } from './failure.ts';
import type { FloorRecord } from './floor.ts';
import type { PeaksRecord } from './peaks.ts';

/** Which of two cells of the same kind: twins are measured alike, and show what noise alone does. */
export type Twin = 0 | 1;

/** One cell's turn in a block. */
export interface Turn {
  readonly block: number;
  /** Position within the block, from 0. */
  readonly position: number;
  readonly cell: string;
  readonly twin: Twin;
}

/** How a cell is sampled; found in a process of its own and fixed for the whole run. */
export interface Calibration {
  readonly kind: 'calibration';
  readonly cell: string;
  /** Time of an operation at the end of the warm-up, in nanoseconds. */
  readonly operationNs: number;
  readonly operationsPerSample: number;
  /** Samples per trial. */
  readonly samples: number;
}

/**
 * What happened besides the work, over a stretch of time. A field is absent where the platform does not offer it.
 * In trials without columns, the first two are of the host process alone.
 */
export interface Covariates {
  /** Time that threads were ready but not running, in nanoseconds: summed over all threads of the cell's processes. */
  readonly runQueueNs?: number;
  /** How often a thread of the cell had to give up its core. */
  readonly involuntarySwitches?: number;
  /** Pauses for garbage collection in nanoseconds: summed over all of the cell's isolates. */
  readonly gcNs?: number;
  /** CPU time of others on this virtual machine's cores, in nanoseconds. */
  readonly stealNs?: number;
  /** Time in which any process of the machine waited for a core, in nanoseconds (pressure stall information). */
  readonly psiNs?: number;
}

/** Covariates of each sample, over all of its operations: null where a counter says nothing about that one. */
export type CovariateColumns = { readonly [Field in keyof Covariates]?: readonly (number | null)[] };

/** A trial that went through: one fresh process, measured after warm-up. All times are per operation. */
export interface CompletedTrial extends Turn {
  readonly kind: 'trial';
  readonly status: 'ok';
  readonly startedAt: string;
  readonly operationsPerSample: number;
  readonly samplesNs: readonly number[];
  /** CPU time of all threads and processes of the cell, per operation, sample by sample. */
  readonly cpuNs: readonly number[];
  readonly warmupNs: readonly number[];
  /** Whether warm-up ended in a steady state rather than at its cap. */
  readonly steady: boolean;
  /** Means over the samples; `spawn` and `load` once for the trial. */
  readonly phasesNs: Readonly<Record<TrialPhase, number>>;
  /**
   * Time of each pass, in order: computing and copying, a mean over the workers; of this the median over the samples.
   * Absent in runs of before passes were timed.
   */
  readonly passesNs?: readonly number[];
  readonly digest: string;
  readonly peakRssBytes: number;
  /**
   * Memory at the end of sampling, each shared page divided among those that share it; summed over the cell's
   * processes. Absent where the platform does not tell, and in runs of before it was recorded.
   */
  readonly pssBytes?: number;
  /** Of all samples together; in runs of before samples were taken by turns, with what lay between them. */
  readonly covariates: Covariates;
  /** Absent in runs of before they were recorded. */
  readonly samplesCovariates?: CovariateColumns;
  /**
   * What the trial took of the run: its share of the time in which its process and others got ready, and all the time
   * in which it was its turn. Absent in runs of the first format.
   */
  readonly processNs?: number;
}

/** Where the time of an operation goes. */
export const OPERATION_PHASES = [
  'encode',
  'place',
  'dispatch',
  'marshal',
  'transport',
  'compute',
  'wait',
  'collect',
] as const;

/** Where time goes: once per trial (`spawn`, `load`) and in each operation. */
export const TRIAL_PHASES = [
  'spawn',
  'load',
  'encode',
  'place',
  'dispatch',
  'marshal',
  'transport',
  'compute',
  'wait',
  'collect',
] as const;

export type TrialPhase = (typeof TRIAL_PHASES)[number];

/** A trial that gave no time. */
export interface FailedTrial extends Turn {
  readonly kind: 'trial';
  readonly status: 'failed';
  readonly startedAt: string;
  readonly failure: Failure;
}

export type Trial = CompletedTrial | FailedTrial;

/** How many cores' worth of work that many threads got done at the same time. */
export interface Capacity {
  readonly threads: number;
  readonly effective: number;
}

/** A sign, independent of what was measured, that somebody else used the machine during a block. */
export type Disturbance =
  /** The hypervisor gave this share of the cores' time to others. */
  | { readonly kind: 'steal'; readonly share: number }
  /** A trial on a single thread got a core for only this share of its time. */
  | { readonly kind: 'contended'; readonly cell: string; readonly cpuShare: number }
  /** Threads got less done at the same time than they can. */
  | ({ readonly kind: 'capacity' } & Capacity);

/** The end of a block of a kernel. */
export interface BlockRecord {
  readonly kind: 'block';
  readonly kernel: string;
  readonly workload: CellWorkload;
  readonly block: number;
  /** The disturbed block in place of which this one was measured, and which does not count any more. */
  readonly replaces?: number;
  /** Right before and right after the block; absent where it could not be probed. */
  readonly capacity?: { readonly before: readonly Capacity[]; readonly after: readonly Capacity[] };
  readonly disturbances: readonly Disturbance[];
}

/** One line of `trials.jsonl`. */
export type RunRecord = FloorRecord | PeaksRecord | Calibration | Trial | BlockRecord;
