import type { Bill } from './bill.ts';
import type { BreakEvenResult } from './break-even.ts';
import type { Cell } from './cell.ts';
import type { ClaimResult } from './claim.ts';
import type { Estimate, Lever, Verdict } from './estimate.ts';
import type { Failure } from './failure.ts';
import type { Floor } from './floor.ts';
import type { Unavailable } from './lane.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { PlannedKernel, PlannedPass, RunHead, Settings } from './run.ts';
import type { Roofline } from './roofline.ts';
import type { ScalingResult } from './scaling.ts';
import type { TrialPhase } from './trial.ts';

/** Version of the analysed result; a renamed or removed field needs the next one. */
export const RESULT_SCHEMA = 'crossover.result/1';

/** A cell that was measured. */
export interface MeasuredCell extends Cell {
  readonly status: 'ok';
  readonly digest: string;
  readonly trials: number;
  /** How many of its trials never reached a steady state. */
  readonly unsteadyTrials: number;
  /** How many of its trials gave no time; never a wrong answer, which fails the cell. */
  readonly failedTrials: number;
  readonly wallNs: Estimate;
  readonly cpuNs: Estimate;
  readonly peakRssBytes: number;
  /**
   * Share of an operation that an empty region of its place takes, so that no more than this is overhead of handing out
   * the work. Absent where the floor is not known.
   */
  readonly floorShare?: number;
  /** Present when its trials fall into groups apart, so that no one time stands for all. In ascending order. */
  readonly modes?: readonly TimeMode[];
  readonly phasesNs: Readonly<Record<TrialPhase, number>>;
  /** In order; absent in runs of before passes were timed. */
  readonly passesNs?: readonly PassResult[];
}

/** A group of trials that took about as long, apart from the other trials of the cell. */
export interface TimeMode {
  /** Median wall time of its trials. */
  readonly medianNs: number;
  /** How many of the cell's trials it holds, between 0 and 1. */
  readonly share: number;
}

/** Time that a pass takes in one operation: computing and copying, all rounds together. */
export interface PassResult extends Estimate, PlannedPass {}

/** A cell that gave a wrong answer or none. Never a time. */
export interface FailedCell extends Cell {
  readonly status: 'failed';
  readonly reason: string;
  readonly failure: Failure;
}

/** A cell that this machine, or the time spent so far, does not offer. */
export interface UnavailableCell extends Cell {
  readonly status: 'unavailable';
  readonly reason: string;
  readonly remedy: Unavailable['remedy'];
}

export type CellResult = MeasuredCell | FailedCell | UnavailableCell;

/** How a cell compares with the base of its kernel, block by block. */
export interface Comparison {
  readonly kernel: string;
  readonly base: string;
  readonly subject: string;
  /** Base time ÷ subject time. */
  readonly speedUp: Estimate;
  /** The same interval without assuming a distribution; absent below six blocks. */
  readonly signTest?: Estimate;
  /**
   * The same in CPU time, where both cells compute on one thread: a second witness, which waiting for a core does not
   * reach. It never takes the place of wall time.
   */
  readonly cpuSpeedUp?: Estimate;
  /** One of the verdicts of its kernel, which hold together at 95 %. */
  readonly verdict: Verdict;
  /** The verdict of its interval alone, at 95 %; present when it says more than `verdict`. */
  readonly alone?: Verdict;
  /** Present when the interval of the sign test does not support what the verdict claims. */
  readonly fragile?: true;
  /**
   * Present when wall time would have earned a verdict of a difference that CPU time contradicts, since the slower cell
   * waited for a core. The verdict is `inconclusive` then.
   */
  readonly contended?: true;
}

/**
 * The comparisons of a kernel's plain lanes with one workload, whose verdicts hold together: one question, one error of
 * 5 %. Those of its other lanes hold together among themselves.
 */
export interface VerdictFamily {
  readonly kernel: string;
  readonly workload: Cell['workload'];
  readonly comparisons: number;
  /** Level of the intervals that the verdicts are made from; above 0.95 where there is more than one. */
  readonly level: number;
  /** Half-width of the twin's interval at that level, as a share; `UNBOUNDED` where there is none. */
  readonly smallestVisible: number;
}

/** Where a kernel's speed-up comes from: language × parallel × interaction = together. */
export interface Attribution {
  readonly kernel: string;
  /** The cell with both levers pulled. */
  readonly subject: string;
  /** Whether it is the best of its kernel's plain subjects, which the answer quotes. */
  readonly headline: boolean;
  readonly language: Estimate;
  readonly parallel: Estimate;
  readonly interaction: Estimate;
  readonly together: Estimate;
}

/** What is worth pulling for a kernel, and the cells that decide it. */
export interface LeverResult {
  readonly kernel: string;
  readonly workload: Cell['workload'];
  readonly lever: Lever;
  /** Best single-thread cell of another lane; absent when none was measured. */
  readonly language?: string;
  /** Best parallel cell of the base lane; absent when none was measured. */
  readonly cores?: string;
  /** Best parallel cell of another lane: both levers pulled; absent when none was measured. */
  readonly together?: string;
  /** Fastest cell of all plain lanes. */
  readonly best?: string;
  /** Why there is no verdict, or what limits it. */
  readonly note?: string;
}

/** A cell compared with itself. */
export interface TwinResult {
  readonly kernel: string;
  readonly cell: string;
  readonly ratio: Estimate;
}

/** What noise alone does in this run. */
export interface Noise {
  readonly twins: readonly TwinResult[];
  /**
   * Level of every interval around a speed-up or an effect. With several looks it is so high that all of them together
   * cover the truth with 95 %.
   */
  readonly level: number;
  /** Factor by which the twins make every interval wider; at least 1. */
  readonly inflation: number;
  /** Largest |ratio − 1| between twins; 0 when there are none. */
  readonly floor: number;
  /**
   * Half-width of the median twin interval: the smallest difference that this run can see, as a share (0.05: 5 %).
   * `UNBOUNDED` when there is no such interval.
   */
  readonly smallestVisible: number;
  /** The twins differ by more than chance allows, or there are none: numbers yes, verdicts no. */
  readonly verdictsWithheld: boolean;
  /** Present where they are withheld, whatever the twins say, since the run mixes machines, toolchains or sources. */
  readonly mixed?: true;
}

/** What the cells of a kernel have in common. */
export type KernelResult = Pick<
  PlannedKernel,
  'kernel' | 'title' | 'workload' | 'parameters' | 'items' | 'inputBytes' | 'digest' | 'digestFrom'
>;

/** What the numbers of a run cost, and how undisturbed it was. */
export interface Effort {
  /** Wall time that all trials took of the run, each its share of what they did together; of runs that tell. */
  readonly processNs: number;
  /** How much of that was spent in samples, between 0 and 1. */
  readonly sampledShare: number;
  /** Blocks of all kernels. */
  readonly blocks: number;
  /** Those in which others used the machine. */
  readonly disturbedBlocks: number;
  /** Those of the disturbed ones that were measured again, and do not count. */
  readonly replacedBlocks: number;
}

/** One lane in one mode against the base, over all kernels that have both. */
export interface OverallEffect {
  readonly workload: Cell['workload'];
  readonly lane: Cell['lane'];
  readonly mode: Cell['mode'];
  readonly workers: number;
  /** Kernels on which it is at least slightly faster, the same, at least slightly slower; and without a verdict. */
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  readonly undecided: number;
  /** Geometric mean of the kernels' speed-ups, its interval over kernels; absent below three kernels. */
  readonly speedUp?: Estimate;
}

/** An analysed run: a pure function of what was measured. */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly fingerprint: Fingerprint;
  readonly commit?: RunHead['commit'];
  readonly sources?: RunHead['sources'];
  readonly command: string;
  readonly createdAt: string;
  readonly mergedFrom?: RunHead['mergedFrom'];
  readonly mixed?: RunHead['mixed'];
  readonly settings: Settings;
  readonly kernels: readonly KernelResult[];
  readonly cells: readonly CellResult[];
  readonly comparisons: readonly Comparison[];
  /** One for each kernel with one workload. */
  readonly families: readonly VerdictFamily[];
  readonly attribution: readonly (Attribution & { readonly lever: Lever })[];
  readonly levers: readonly LeverResult[];
  /** Present when there is more than one kernel. */
  readonly overall?: readonly OverallEffect[];
  /** Present when a kernel was planned at several sizes. */
  readonly breakEven?: readonly BreakEvenResult[];
  /** Present when a mode was planned with several numbers of workers. */
  readonly scaling?: readonly ScalingResult[];
  readonly bill?: Bill;
  /** Absent in runs of before peaks were measured. */
  readonly roofline?: Roofline;
  readonly noise: Noise;
  /** By place; absent in runs of before they were measured. */
  readonly floors?: readonly Floor[];
  /** What the run says on each sentence of the article; absent where nobody asked. */
  readonly claims?: readonly ClaimResult[];
  /** Absent where the run does not tell. */
  readonly effort?: Effort;
}
