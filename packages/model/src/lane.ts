import type { ArenaLayout } from './arena.ts';
import type { Chunking } from './chunking.ts';
import type { Held, KernelSpec, Parameters } from './kernel.ts';

/** Name of a way of implementing a kernel. Which ones exist is the lanes package's business. */
export type LaneId = string;

/** The lane that speed-ups are measured against: what a Node developer has before any rewrite. */
export const BASE_LANE: LaneId = 'typescript';

/**
 * What a lane counts for.
 * - `plain`: the same operations in the same order as the others; these lanes are the answer.
 * - `tuned`: may reorder the arithmetic; shows what a specialist can add.
 * - `extra`: shows what people get wrong about its kernel, or need not write themselves.
 *
 * Only plain lanes enter a headline.
 */
export const STANDINGS = ['plain', 'tuned', 'extra'] as const;

export type Standing = (typeof STANDINGS)[number];

/**
 * A lane's standing by its name: plain lanes have no hyphen in it, a tuned one has the name of its plain lane and
 * `-simd`. For those who have only the name; it agrees with the lane's own `standing`.
 */
export function standingOf(lane: LaneId): Standing {
  if (isPlain(lane)) return 'plain';
  return lane.endsWith('-simd') ? 'tuned' : 'extra';
}

/** Whether a lane may stand in a headline, by its name. */
export function isPlain(lane: LaneId): boolean {
  return !lane.includes('-');
}

/** Why something cannot be used on this machine, and what would change that. */
export interface Unavailable {
  readonly reason: string;
  readonly remedy: string;
}

/** A kernel with the memory that it works on. */
export interface Work {
  readonly kernel: KernelSpec;
  readonly parameters: Parameters;
  readonly layout: ArenaLayout;
  readonly arena: ArrayBufferLike;
  /** What to read in place of the inputs. Only for lanes that can, in the thread that holds it. */
  readonly held?: Held;
  /** What the lane has made for all threads of the process. */
  readonly means?: LaneMeans;
}

/** What a lane makes once for all threads of a process. It can be posted to them, and to no other process. */
export interface LaneMeans {
  /** Compiled code, of a kind that the lane knows. */
  readonly module?: object;
  /** The memory that the arena is in, where the lane has allocated it. */
  readonly memory?: object;
}

/** An arena in memory of a lane's own kind, in which all threads can compute. */
export interface LaneArena {
  /** With the places of the regions in that memory. */
  readonly layout: ArenaLayout;
  readonly arena: ArrayBufferLike;
  readonly means: LaneMeans;
}

/** How a lane with memory of its own has all threads compute in one. */
export interface SharedMemory {
  /** Resolves to the reason when the kernel cannot be run so. */
  readonly unavailable: (kernelId: string) => Promise<Unavailable | undefined>;
  /** @throws RangeError when there is not so much memory. */
  readonly allocate: (kernelId: string, layout: ArenaLayout) => Promise<LaneArena>;
}

/**
 * A kernel of one lane, bound to an arena in this thread.
 * In each pass: `enter` once, then `load`, `run` and `store` for each chunk of items `[start, end)`.
 * All but `run` do nothing in a lane that computes in the arena itself.
 */
export interface BoundKernel {
  /** Present where all but `run` do nothing, and need not be timed. */
  readonly inPlace?: true;
  /** Copies what the pass reads as a whole to where the lane can reach it. */
  readonly enter: (pass: number) => void;
  /** Copies the items' own inputs there. */
  readonly load: (pass: number, start: number, end: number) => void;
  /** Fills the items' output slots. */
  readonly run: (pass: number, start: number, end: number) => void;
  /** Copies the filled slots back to the arena. */
  readonly store: (pass: number, start: number, end: number) => void;
}

/** What a sweep over all items took, in nanoseconds. */
export interface SweepTimes {
  /** Until a thread began with the first chunk. */
  readonly dispatch: number;
  /** From the end of the last chunk until the caller could go on. */
  readonly collect: number;
  /** That each thread spent on its chunks. */
  readonly compute: readonly number[];
}

/** How the items of a sweep are cut into chunks. */
export interface Cut {
  readonly chunking: Chunking;
  /** Items per chunk where all are equal, and in the smallest where they shrink. */
  readonly chunkSize: number;
}

/** The threads that a lane is to start. */
export interface ThreadsRequest {
  readonly threads: number;
  /** Whether each is to stay on a core of its own. */
  readonly pinned: boolean;
}

/** A kernel bound to an arena by a lane that has threads of its own to run it. */
export interface ThreadedKernel {
  /**
   * Runs all items of a pass.
   * @throws Error when the kernel does; the next sweep can run then.
   */
  readonly sweep: (pass: number, cut: Cut) => SweepTimes;
  /** Has every thread say that there is nothing to do. */
  readonly empty: () => void;
  /** Ends the threads. Safe to call twice. */
  readonly close: () => void;
}

/** A way of implementing a kernel. */
export interface Lane {
  readonly id: LaneId;
  readonly title: string;
  /** Position among the lanes in lists and tables; the base lane comes first. */
  readonly order: number;
  /** Name of its source file in a kernel's folder. */
  readonly source: string;
  readonly standing: Standing;
  /** Whether it computes in the arena itself, or in memory of its own with timed copies. */
  readonly memory: 'arena' | 'private-copy';
  /** Present in lanes that can read a held value as it is, without anything being encoded. */
  readonly readsHeld?: true;
  /**
   * Into how many chunks each worker's share of a pass is cut. Absent where that is not the lane's business,
   * and the executors choose.
   */
  readonly chunksPerWorker?: number;
  /**
   * What the lane chose to compute with on this machine, such as `avx2`, or why it cannot be told.
   * Absent in lanes that have no choice.
   */
  readonly instructions?: () => Promise<string | Unavailable>;
  /** Resolves to the reason when the lane cannot run this kernel on this machine. */
  readonly unavailable: (kernelId: string) => Promise<Unavailable | undefined>;
  /** Makes what all threads of a process can use; absent where each makes its own. */
  readonly prepare?: (kernelId: string) => Promise<LaneMeans>;
  /** Present where the lane has memory of its own, and several threads can have one. */
  readonly sharedMemory?: SharedMemory;
  /** @throws CrossoverError `lane-unavailable` when the kernel cannot be loaded. */
  readonly bind: (work: Work) => Promise<BoundKernel>;
  /**
   * Binds a kernel to so many threads of the lane's own, which stay until they are closed. Present in lanes whose
   * language has threads; not for passes that JavaScript calls once per item.
   * @throws CrossoverError `lane-unavailable` when the kernel cannot be loaded, or there are no such threads.
   */
  readonly bindThreads?: (work: Work, request: ThreadsRequest) => Promise<ThreadedKernel>;
}
