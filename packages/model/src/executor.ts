import type { Bytes, Nanoseconds } from './units.ts';
import type { Covariates } from './trial.ts';
import type { LaneId, Unavailable } from './lane.ts';
import type { PlacementChoice, PlacementId } from './placement.ts';
import type { Tuning } from './tuning.ts';
import type { WaitPolicy } from './wait-policy.ts';
import type { Held, Parameters } from './kernel.ts';
import type { ArenaLayout } from './arena.ts';
import type { Views } from './region.ts';

/** Name of a way of placing the work. Which ones exist is the executors package's business. */
export type ModeId = string;

/** The mode that speed-ups are measured against. */
export const BASE_MODE: ModeId = 'single-thread';

/** What an executor is started for. Plain data but for the views. */
export interface Job extends Tuning {
  readonly kernelId: string;
  readonly lane: LaneId;
  readonly parameters: Parameters;
  readonly layout: ArenaLayout;
  /** Contents of the input regions. */
  readonly inputs: Views;
  /** What the kernel's user holds in their place; present if the kernel declares it. */
  readonly held?: Held;
  readonly workers: number;
  /** Among how many processes the workers are divided evenly, as threads; only in modes that divide them. */
  readonly processes?: number;
  /** A tuned placement; the mode's own when absent. */
  readonly placement?: PlacementId;
  /**
   * How long an operation may take, in milliseconds; any time when absent. In modes that compute in the calling thread
   * it means nothing: who is busy cannot look at a clock.
   */
  readonly timeLimitMs?: number;
}

/** What starting an executor took, paid once. */
export interface StartupPhases {
  /** Creating the threads or processes until the first line of their code. */
  readonly spawn: Nanoseconds;
  /** Importing code, compiling the module, loading the addon. */
  readonly load: Nanoseconds;
}

/**
 * Where the wall time of one operation went, along its critical path. The phases add up to the wall time, without having
 * been made to: each is measured by itself, by the clocks of the threads that it goes on in.
 * With several workers `compute`, `marshal` and `wait` are means over the workers.
 */
export interface OperationPhases {
  /** Writing a held value to the arena, in the thread that holds it; 0 where nothing is held. */
  readonly encode: Nanoseconds;
  /** Bringing inputs to where the workers see them, where a placement does so in each operation. */
  readonly place: Nanoseconds;
  /** From the start until the first worker sets to work. */
  readonly dispatch: Nanoseconds;
  /** Inside the kernel. */
  readonly compute: Nanoseconds;
  /** Copies between the arena and a lane's own memory. */
  readonly marshal: Nanoseconds;
  /** What the parent spends on messages while workers have nothing to do. */
  readonly transport: Nanoseconds;
  /** Workers without anything to do while others work, or are about to. */
  readonly wait: Nanoseconds;
  /** From when the last worker is done until the caller goes on. */
  readonly collect: Nanoseconds;
}

/** What one operation took. */
export interface OperationTimes extends OperationPhases {
  /**
   * Time of each pass of the kernel, in order: computing and copying, all rounds together.
   * With several workers means over the workers.
   */
  readonly passes: readonly Nanoseconds[];
}

/** The covariates of a cell's own threads, isolates and processes, counted from some moment before the first reading. */
export type ExecutorCounters = Pick<Covariates, 'runQueueNs' | 'involuntarySwitches' | 'gcNs'>;

/** A started mode with a bound kernel: runs whole operations. */
export interface Executor {
  readonly workers: number;
  /** How its workers and their caller really wait; `park` where the mode leaves no choice. */
  readonly waitPolicy: WaitPolicy;
  /** Whether every worker really is on a core of its own. */
  readonly pinned: boolean;
  readonly startup: StartupPhases;
  /** Views on the parent's arena: the inputs as given, and the outputs of the last operation. */
  readonly views: Views;
  /**
   * Executes the workload once. A worker or child that is lost fails one operation; before the next, all are replaced.
   * @throws CrossoverError when the kernel throws, a worker or child ends or has ended, or the time limit is over.
   */
  readonly run: () => Promise<OperationTimes>;
  /**
   * Has every worker say that there is nothing to do: what an operation costs before anything is computed.
   * @throws CrossoverError when a worker or child ends.
   */
  readonly empty: () => Promise<void>;
  /** CPU time in nanoseconds used so far by everything that this executor runs in, this process included. */
  readonly cpuTime: () => Promise<Nanoseconds>;
  /** Highest resident memory so far, in bytes: this process's, plus the children's where there are any. */
  readonly peakMemory: () => Promise<number>;
  /** Memory now, each shared page divided among its processes, in bytes; undefined where the platform does not tell. */
  readonly proportionalMemory: () => Promise<Bytes | undefined>;
  /** Counters of everything that this executor runs in, this process included. A counter is there for all, or absent. */
  readonly counters: () => Promise<ExecutorCounters>;
  /**
   * Collects the garbage of every isolate that this executor runs in.
   * @throws CrossoverError when Node was not started with `--expose-gc`.
   */
  readonly collectGarbage: () => Promise<void>;
  /** How often its workers or children were replaced, because one of them was lost. */
  readonly replaced: () => number;
  /** Ends all threads and processes. Safe to call twice, and after a failure. */
  readonly close: () => Promise<void>;
}

/** What modes count for. Only cells of standard modes enter an answer. */
export const MODE_STANDINGS = ['standard', 'further'] as const;

export type ModeStanding = (typeof MODE_STANDINGS)[number];

/** A way of placing the work. */
export interface Mode {
  readonly id: ModeId;
  readonly title: string;
  /** Position among the modes in lists and tables; the base mode comes first. */
  readonly order: number;
  /**
   * - `standard`: one of the modes that answers are made from;
   * - `further`: measured where it is asked for, and never part of an answer.
   */
  readonly standing: ModeStanding;
  /** Whether its workers can run at the same time. */
  readonly parallel: boolean;
  /** How its workers are counted: there is one, any number, or processes × threads. */
  readonly counting: 'one' | 'number' | 'division';
  /** Tuned placements, which can be chosen by name. */
  readonly placements: readonly PlacementChoice[];
  /** Present in modes that can keep each worker on a core of its own. */
  readonly pinnable?: true;
  /** Present in modes that compute in the calling thread, where a lane may read a held value as it is. */
  readonly inCallingThread?: true;
  /** Resolves to the reason when it cannot be had on this machine, or not for the kernel in that lane. */
  readonly unavailable: (lane: LaneId, kernelId: string) => Promise<Unavailable | undefined>;
  /** Imports what starting it needs, where that takes time of its own, which is no part of starting. */
  readonly prepare?: () => Promise<void>;
  /** @throws CrossoverError when a worker does not come up, or the lane cannot be bound. */
  readonly start: (job: Job) => Promise<Executor>;
}
