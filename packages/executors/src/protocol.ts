import type { ExecutorCounters, Failure, LaneMeans, Nanoseconds, WaitPolicy } from '@crossover/model';
import type { Assignment } from './binding.ts';
import type { Chunk } from './claim.ts';
import type { Busy } from './phase-clock.ts';
import type { Deposit } from './region-file.ts';
import type { MemoryUsage } from './resource-usage.ts';
import type { Parcel } from './parcel.ts';
import type { Passing } from './passing.ts';

/** What a worker thread is created with. */
export interface ThreadData {
  /** Counted from 0. */
  readonly index: number;
  readonly assignment: Assignment;
  /** Number of the worker whose core it stays on, counted over all processes; present where workers are pinned. */
  readonly core?: number;
}

/** The same for a thread at a control block. */
export interface BlockThreadData extends ThreadData {
  readonly arena: ArrayBufferLike;
  readonly control: SharedArrayBuffer;
  readonly waitPolicy: WaitPolicy;
  /** Says what an operation is, where it is not all items in all passes. */
  readonly stretch?: SharedArrayBuffer;
}

/** The same for a thread that gets chunks by message. */
export interface MessageThreadData extends ThreadData {
  readonly passing: Passing;
}

/**
 * What a parent sends. A worker at a control block gets `bind`, and what is about itself; the rest goes through the
 * block.
 */
export type Request = BindRequest | ChunkRequest | SelfRequest;

/** Load the lane and bind it: its data for a child process; a worker thread has them already. */
export interface BindRequest {
  readonly kind: 'bind';
  readonly assignment: Assignment;
  /** Number of the child's first worker, on whose core it stays; present where workers are pinned. */
  readonly core?: number;
  /** Present where all processes have one arena. */
  readonly place?: SharedPlace;
  /** Descriptor of the file in which chunks find what they read; present where it does not come in messages. */
  readonly file?: number;
  /** Present where the lane has made something for all threads of the process. */
  readonly means?: LaneMeans;
}

/** Where a child finds the memory that it shares with its parent and the others, and how it behaves there. */
export interface SharedPlace {
  /** Of the file. */
  readonly path: string;
  /** Which worker it is, counted from 0. */
  readonly index: number;
  readonly waitPolicy: WaitPolicy;
  /** Process id of the parent. */
  readonly parent: number;
}

/** Execute a chunk. */
export interface ChunkRequest extends Chunk {
  readonly kind: 'chunk';
  readonly pass: number;
  /** Whether it is the child's first chunk of the sweep. */
  readonly first: boolean;
  /** What the child lacks of what the chunk reads. */
  readonly inputs: readonly Parcel[];
  /** The same where it is in a file. */
  readonly deposits?: readonly Deposit[];
}

/** Say what you have used, collect your garbage, or say just anything. */
export interface SelfRequest {
  readonly kind: 'cpu-time' | 'counters' | 'memory' | 'collect' | 'nothing';
}

/** What a worker or child answers. */
export type Reply = UpReply | BoundReply | DoneReply | SelfReply | FailedReply;

/** Sent by the first line of its code, unasked. */
interface UpReply {
  readonly kind: 'up';
}

interface BoundReply {
  readonly kind: 'bound';
}

/** A chunk is done. */
export interface DoneReply {
  readonly kind: 'done';
  readonly outputs: readonly Parcel[];
  /** The same where they are in a file. */
  readonly deposits?: readonly Deposit[];
  readonly busy: Busy;
}

/** Answers a request that is about the process itself, by the same name. */
type SelfReply =
  | { readonly kind: 'cpu-time'; readonly cpu: Nanoseconds }
  | { readonly kind: 'counters'; readonly counters: ExecutorCounters }
  | { readonly kind: 'memory'; readonly memory: MemoryUsage }
  | { readonly kind: 'collect' | 'nothing' };

/** Answers any request that could not be fulfilled. */
interface FailedReply {
  readonly kind: 'failed';
  readonly failure: Failure;
}
