import type { Cell } from './cell.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Parameters } from './kernel.ts';
import type { Unavailable } from './lane.ts';
import type { Tuning } from './tuning.ts';
import type { PlannedWork } from './work-count.ts';

export const PROFILE_NAMES = ['quick', 'standard', 'rigorous'] as const;

export type ProfileName = (typeof PROFILE_NAMES)[number];

/** When a trial has warmed up: compilers have settled, caches are filled. */
export interface WarmUp {
  readonly fewestOperations: number;
  readonly leastNs: number;
  /** Where it ends even if no steady state was seen, in nanoseconds. */
  readonly mostNs: number;
  /** Steady when the medians of the last and of the previous so many operations … */
  readonly window: number;
  /** … differ by at most this share. */
  readonly tolerance: number;
}

/** How long an operation may take before those who have not answered count as hanging. */
export interface OperationLimit {
  /** At least so long, in nanoseconds. */
  readonly leastNs: number;
  /** So many times what its calibration lets expect. */
  readonly times: number;
}

/** What decides how a run measures. Stored, so that a run can be resumed and repeated. */
export interface Settings extends Tuning {
  readonly profile: ProfileName;
  /** Most blocks that a kernel gets, those not counted that are measured in place of disturbed ones. */
  readonly blocks: number;
  /**
   * After how many blocks a kernel may be finished because its questions are answered: fixed beforehand, ascending,
   * the last one equal to `blocks`. Intervals are wider the more looks there are.
   */
  readonly looks: readonly number[];
  /** How many blocks may be measured in place of disturbed ones, as a share of `blocks`. */
  readonly spareShare: number;
  readonly warmUp: WarmUp;
  /** Shortest sample, in nanoseconds. */
  readonly sampleNs: number;
  /** Time that the samples of one trial together aim at, in nanoseconds. */
  readonly sampledNs: number;
  readonly fewestSamples: number;
  readonly mostSamples: number;
  /** Absent in runs of before there was one, and then there is none. */
  readonly operationLimit?: OperationLimit;
  /** Present when garbage is collected before each sample, outside of the timed stretch. */
  readonly forceGc?: true;
  /** Time for the whole run, in nanoseconds; absent when there is no limit. */
  readonly budgetNs?: number;
  /** Draws the order of the cells. */
  readonly seed: number;
}

/** A cell of the plan, or the reason why it is not measured. */
export interface PlannedCell extends Cell {
  readonly unavailable?: Unavailable;
}

/** A pass of a planned kernel. */
export interface PlannedPass {
  readonly name: string;
  /** Calls in one operation, where the host calls the function once per item. */
  readonly calls?: number;
}

/** One kernel with one workload: the cells that are compared with each other. */
export interface PlannedKernel {
  readonly kernel: string;
  readonly title: string;
  readonly workload: Cell['workload'];
  readonly parameters: Parameters;
  readonly inputSeed: number;
  /** File that the input was read from, where it does not come from the seed. */
  readonly inputFile?: string;
  /** The right answer. */
  readonly digest: string;
  /** Where the answer is from: outside, or (for a custom workload) the base cell, with which the others must agree. */
  readonly digestFrom: 'truth' | 'base-cell';
  /** Number of items: 1 when the work cannot be divided. */
  readonly items: number;
  /** All input regions together; absent in runs of before it was counted. */
  readonly inputBytes?: number;
  /** What one operation has to do; absent in runs of before it was counted. */
  readonly workCount?: PlannedWork;
  /** In order; absent in runs of before passes were timed. */
  readonly passes?: readonly PlannedPass[];
  readonly cells: readonly PlannedCell[];
  /** Id of the cell that every block measures twice. */
  readonly twin: string;
}

/** Everything that a run will do, fixed before the first measurement. */
export interface Plan {
  readonly settings: Settings;
  readonly kernels: readonly PlannedKernel[];
}

/** A run that another one was merged from. */
export interface MergedPart {
  /** Name of its folder. */
  readonly name: string;
  readonly createdAt: string;
  /** Id of its fingerprint. */
  readonly fingerprint: string;
  readonly commit?: RunHead['commit'];
  readonly sources?: RunHead['sources'];
  readonly command: string;
  /** Drew the order of its cells. */
  readonly seed: number;
}

/** The head of a run. */
export interface RunHead {
  readonly schema: string;
  readonly createdAt: string;
  readonly fingerprint: Fingerprint;
  readonly commit?: { readonly id: string; readonly dirty: boolean };
  /** Hash over the sources that are measured: equal where commits differ in other files only. Absent where there are none. */
  readonly sources?: string;
  /** How the run was asked for, to be repeated by hand. */
  readonly command: string;
  /** The runs that it was merged from; absent where it was measured as one. */
  readonly mergedFrom?: readonly MergedPart[];
  /**
   * In what these differ although figures of different ones do not mix (machine, toolchain, sources), in words.
   * Present where they were merged in spite of it: no verdict is given then.
   */
  readonly mixed?: readonly string[];
}
