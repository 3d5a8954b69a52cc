import type { Failure } from '@crossover/model';
import type { Assignment } from './binding.ts';
import type { Chunk } from './schedule.ts';
import type { Busy } from './phase-clock.ts';
import type { ResourceUsage } from './resource-usage.ts';
import type { Parcel } from './parcel.ts';

/** What a worker thread is created with. */
export interface ThreadData {
  /** Counted from 0. */
  readonly index: number;
  readonly assignment: Assignment;
  readonly arena: SharedArrayBuffer;
  readonly control: SharedArrayBuffer;
}

/** What a parent sends. A worker thread gets only `bind`; the rest goes through the control block. */
export type Request = BindRequest | ChunkRequest | UsageRequest;

/** Load the lane and bind it: its data for a child process; a worker thread has them already. */
export interface BindRequest {
  readonly kind: 'bind';
  readonly assignment: Assignment;
}

/** Execute a chunk. */
export interface ChunkRequest extends Chunk {
  readonly kind: 'chunk';
  readonly pass: number;
  /** Whether it is the child's first chunk of the sweep. */
  readonly first: boolean;
  /** What the child lacks of what the chunk reads. */
  readonly inputs: readonly Parcel[];
}

/** Say what you have used. */
export interface UsageRequest {
  readonly kind: 'usage';
}

/** What a worker or child answers. */
export type Reply = UpReply | BoundReply | DoneReply | UsageReply | FailedReply;

/** Sent by the first line of its code, unasked. */
interface UpReply {
  readonly kind: 'up';
}

interface BoundReply {
  readonly kind: 'bound';
}

/** A chunk is done. */
interface DoneReply {
  readonly kind: 'done';
  readonly outputs: readonly Parcel[];
  readonly busy: Busy;
}

interface UsageReply {
  readonly kind: 'usage';
  readonly usage: ResourceUsage;
}

/** Answers any request that could not be fulfilled. */
interface FailedReply {
  readonly kind: 'failed';
  readonly failure: Failure;
}
