import { Bell } from './bell.ts';
import { claim, sharedCursor } from './claim.ts';
import type { Sharing } from './pass-loop.ts';
import type { Busy } from './phase-clock.ts';
import type { Waiting } from './bell.ts';

/** Bytes from one hot word to the next: two cache lines, since processors fetch them in pairs. */
const LINE_BYTES = 128;
const LINE_WORDS = LINE_BYTES / Int32Array.BYTES_PER_ELEMENT;

// What is read or written together lies on one line.

/** A bell, rung for every task: idle workers wait for it. */
const GENERATION = 0;
/** Which task that is. */
const TASK = 2;
/** Whether to go on. */
const STATE = 3;
/** How much of the sweep has been taken. */
const TAKEN = LINE_WORDS;
/** A bell, rung when the barrier opens: those that have arrived wait for it. */
const BARRIER = 2 * LINE_WORDS;
/** Workers that have arrived at the barrier. */
const ARRIVED = BARRIER + 2;
/** A bell, rung by the last worker to finish a task: the parent waits for it. */
const COMPLETION = 3 * LINE_WORDS;
/** Workers that have finished the task. */
const FINISHED = COMPLETION + 2;
/** Where the line of the first worker starts. */
const WORKERS = 4 * LINE_WORDS;

// A worker's line, or as many lines as it takes: the task that it has finished last, whether that failed, and
// from a byte on what it did in its last operation (`Busy`), the passes last.
const DONE = 0;
const FAILED = 1;
const BUSY_BYTES = 8;
const BUSY_FIELDS = 5;

const GOING = 0;
/** A worker's kernel threw: the others leave the operation, and wait for the next. */
const ABANDONED = 1;
/** Everybody leaves for good. */
const STOPPED = 2;

/**
 * What a parent can have its workers do: an operation; nothing at all, but to say so; or to answer the one message that
 * it has sent them, for which they must leave their place for a moment.
 */
const TASKS = ['operation', 'nothing', 'message'] as const;

export type Task = (typeof TASKS)[number];

/** What decides how large a control block is. */
export interface BlockShape {
  readonly workers: number;
  /** Of the kernel that it is for. */
  readonly passes: number;
}

/** Bytes of memory that a control block takes, all zero when it is new. */
export function blockBytes({ workers, passes }: BlockShape): number {
  return (WORKERS + workers * strideOf(passes)) * Int32Array.BYTES_PER_ELEMENT;
}

/** Words that belong to one worker. */
function strideOf(passes: number): number {
  const bytes = BUSY_BYTES + (BUSY_FIELDS + passes) * Float64Array.BYTES_PER_ELEMENT;
  return Math.ceil(bytes / LINE_BYTES) * LINE_WORDS;
}

/**
 * Memory through which a parent and its workers, threads or processes, run operations without a message: the parent
 * rings for a task, the workers claim chunks from one counter, meet at barriers, report on a line of their own, and the
 * last one rings for the parent.
 */
export class ControlBlock {
  readonly workers: number;
  readonly #stride: number;
  /** What each worker did. */
  readonly #busy: readonly Float64Array[];
  readonly #words: Int32Array;
  readonly #generation: Bell;
  readonly #barrier: Bell;
  readonly #completion: Bell;

  /**
   * A view on a block: each side has one of its own, on the same memory and of the same shape.
   * @param words on `blockBytes(shape)` bytes that all sides see, from an address that 8 divides
   */
  constructor({ workers, passes }: BlockShape, words: Int32Array, waiting: Waiting) {
    this.workers = workers;
    this.#stride = strideOf(passes);
    this.#words = words;
    this.#generation = new Bell(words, GENERATION, waiting);
    this.#barrier = new Bell(words, BARRIER, waiting);
    this.#completion = new Bell(words, COMPLETION, waiting);
    this.#busy = Array.from({ length: workers }, (_, worker) => {
      const start = words.byteOffset + this.#line(worker) * Int32Array.BYTES_PER_ELEMENT + BUSY_BYTES;
      return new Float64Array(words.buffer, start, BUSY_FIELDS + passes);
    });
  }

  get stopped(): boolean {
    return this.#state === STOPPED;
  }

  /** Whether the task is lost, because a kernel threw or everybody is to leave. */
  get lost(): boolean {
    return this.#state !== GOING;
  }

  get #state(): number {
    return Atomics.load(this.#words, STATE);
  }

  /** Parent: starts a task. All workers must have finished the last one. Returns its number. */
  dispatch(task: Task = 'operation'): number {
    const words = this.#words;
    // Nobody else looks at these before the bell is rung, which orders them.
    words[TASK] = TASKS.indexOf(task);
    words[TAKEN] = 0;
    words[ARRIVED] = 0;
    if (this.#state === ABANDONED) Atomics.compareExchange(words, STATE, ABANDONED, GOING);
    return this.#generation.ring();
  }

  /** Parent: how many tasks were completed, whether they failed or not. To be read before `dispatch`. */
  get completed(): number {
    return this.#completion.value;
  }

  /**
   * Parent: blocks this thread until all workers have finished the task, or everybody is to leave.
   * @param completed from before the task
   * @param timeoutMs how long at most, in milliseconds
   * @returns false when it took longer
   */
  awaitCompletion(completed: number, timeoutMs: number): boolean {
    return this.#completion.wait(completed, timeoutMs);
  }

  /** Parent: whether a worker has finished that task. */
  finished(worker: number, generation: number): boolean {
    return Atomics.load(this.#words, this.#line(worker) + DONE) === generation;
  }

  /** Parent: whether a worker's last task failed; it has posted the failure then. */
  failed(worker: number): boolean {
    return Atomics.load(this.#words, this.#line(worker) + FAILED) === 1;
  }

  /** Parent: what a worker did in its last operation. */
  busyOf(worker: number): Busy {
    const [began, ended, compute, marshal, idle, ...passes] = this.#busy[worker]!;
    return { began: began!, ended: ended!, compute: compute!, marshal: marshal!, idle: idle!, passes };
  }

  /** Parent: everybody leaves, wherever it waits, and so does the parent itself. */
  stop(): void {
    Atomics.store(this.#words, STATE, STOPPED);
    this.#barrier.ring();
    this.#generation.ring();
    this.#completion.ring();
  }

  /** Worker: waits until there is a task after `last`, and returns its number. */
  awaitDispatch(last: number): number {
    if (this.stopped) return last;
    this.#generation.wait(last);
    return this.#generation.value;
  }

  /** Worker: what it was woken for. */
  get task(): Task {
    return TASKS[Atomics.load(this.#words, TASK)]!;
  }

  /** Worker: what it did in the operation that it is about to finish. */
  tell(worker: number, { began, ended, compute, marshal, idle, passes }: Busy): void {
    const fields = this.#busy[worker]!;
    fields.fill(0);
    fields.set([began, ended, compute, marshal, idle]);
    fields.set(passes, BUSY_FIELDS);
  }

  /** Worker: its share of a task is done. */
  finish(worker: number, generation: number, failed: boolean): void {
    const line = this.#line(worker);
    this.#words[line + FAILED] = failed ? 1 : 0;
    // Stored after the rest: who sees it sees the rest as well.
    Atomics.store(this.#words, line + DONE, generation);
    if (Atomics.add(this.#words, FINISHED, 1) + 1 < this.workers) return;
    Atomics.store(this.#words, FINISHED, 0);
    this.#completion.ring();
  }

  /** Worker: the operation is lost; the others need not go on, nor wait at the barrier. */
  abandon(): void {
    Atomics.compareExchange(this.#words, STATE, GOING, ABANDONED);
    this.#barrier.ring();
  }

  /** Worker: how it shares chunks with the others. */
  sharing(worker: number): Sharing {
    const words = this.#words;
    const cursor = sharedCursor(words, TAKEN);
    const going = (): boolean => !this.lost;
    return {
      claim: (schedule, taken) => (going() ? claim(schedule, cursor, { worker, taken }) : undefined),
      barrier: () => {
        const opened = this.#barrier.value;
        if (Atomics.add(words, ARRIVED, 1) + 1 === this.workers) {
          Atomics.store(words, ARRIVED, 0);
          Atomics.store(words, TAKEN, 0);
          this.#barrier.ring();
        } else if (going()) {
          this.#barrier.wait(opened);
        }
        return going();
      },
    };
  }

  #line(worker: number): number {
    return WORKERS + worker * this.#stride;
  }
}
