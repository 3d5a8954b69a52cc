import type { Sharing } from './pass-loop.ts';
import type { Busy } from './phase-clock.ts';

/** Bytes from one hot word to the next: two cache lines, since processors fetch them in pairs. */
const LINE_BYTES = 128;
const LINE_WORDS = LINE_BYTES / Int32Array.BYTES_PER_ELEMENT;

/** Number of what is asked for: workers sleep on it. */
const GENERATION = 0;
/** Which task that is. Beside the number, since both are read together. */
const TASK = 1;
/** Next chunk that nobody has taken. */
const NEXT = LINE_WORDS;
/** Whether to go on. */
const STATE = 2 * LINE_WORDS;
/** Workers that have arrived at the barrier. */
const ARRIVED = 3 * LINE_WORDS;
/** Number of the barrier: those that have arrived sleep on it. */
const BARRIER = 4 * LINE_WORDS;
/** Where the line of the first worker starts. */
const WORKERS = 5 * LINE_WORDS;

// A worker's line, or as many lines as it takes: the operation that it has finished last, whether that failed, and
// from a byte on durations: its pauses for garbage collection so far; then what it spent on the operation:
// compute, marshal, and both together by pass.
const DONE = 0;
const FAILED = 1;
const DURATIONS_BYTES = 8;
const PAUSES = 0;
const BUSY = 1;

const GOING = 0;
/** A worker's kernel threw: the others leave the operation, and wait for the next. */
const ABANDONED = 1;
/** Everybody leaves for good. */
const STOPPED = 2;

/** What a parent can ask of its workers: an operation; how long they paused for garbage; to collect it. */
const TASKS = ['operation', 'pauses', 'collection'] as const;

export type Task = (typeof TASKS)[number];

/**
 * Memory through which a parent and its worker threads run operations without a message: the parent counts up
 * the generation, the workers claim chunks from one counter, meet at barriers, and report on a line of their own.
 */
export class ControlBlock {
  readonly memory: SharedArrayBuffer;
  readonly workers: number;
  readonly #durations: number;
  /** Words that belong to one worker. */
  readonly #stride: number;
  readonly #words: Int32Array;

  /**
   * A new block; or the same one, seen from another thread.
   * @param passes of the kernel that it is for
   */
  constructor(workers: number, passes: number, memory?: SharedArrayBuffer) {
    this.workers = workers;
    this.#durations = BUSY + 2 + passes;
    const bytes = DURATIONS_BYTES + this.#durations * Float64Array.BYTES_PER_ELEMENT;
    this.#stride = Math.ceil(bytes / LINE_BYTES) * LINE_WORDS;
    this.memory = memory ?? new SharedArrayBuffer((WORKERS + workers * this.#stride) * 4);
    this.#words = new Int32Array(this.memory);
  }

  get stopped(): boolean {
    return Atomics.load(this.#words, STATE) === STOPPED;
  }

  /** Parent: starts a task. All workers must have finished the last one. Returns its number. */
  dispatch(task: Task = 'operation'): number {
    Atomics.store(this.#words, TASK, TASKS.indexOf(task));
    Atomics.store(this.#words, NEXT, 0);
    Atomics.store(this.#words, ARRIVED, 0);
    Atomics.compareExchange(this.#words, STATE, ABANDONED, GOING);
    return this.#wake(GENERATION);
  }

  /** Parent: resolves when a worker has finished that operation, or everybody is to leave. */
  async finished(worker: number, generation: number): Promise<void> {
    const word = this.#line(worker) + DONE;
    while (!this.stopped) {
      const last = Atomics.load(this.#words, word);
      if (last === generation) return;
      // One word for each worker: `waitAsync` wakes only for its own.
      const waiting = Atomics.waitAsync(this.#words, word, last);
      if (waiting.async) await waiting.value;
    }
  }

  /** Parent: whether a worker's last operation failed; it has posted the failure then. */
  failed(worker: number): boolean {
    return Atomics.load(this.#words, this.#line(worker) + FAILED) === 1;
  }

  /** Parent: what a worker spent on its last operation. */
  busyOf(worker: number): Busy {
    const [compute, marshal, ...passes] = this.#durationsOf(worker).subarray(BUSY);
    return { compute: compute!, marshal: marshal!, passes };
  }

  /** Parent: how long a worker had paused for garbage collection, in nanoseconds, when it was asked last. */
  pausesOf(worker: number): number {
    return this.#durationsOf(worker)[PAUSES]!;
  }

  /** Parent: everybody leaves, wherever it sleeps, and so does the parent itself. */
  stop(): void {
    Atomics.store(this.#words, STATE, STOPPED);
    this.#wake(BARRIER);
    this.#wake(GENERATION);
    for (let worker = 0; worker < this.workers; worker++) {
      Atomics.notify(this.#words, this.#line(worker) + DONE);
    }
  }

  /** Worker: sleeps until there is an operation after `last`, and returns its number. */
  awaitDispatch(last: number): number {
    while (!this.stopped) {
      const generation = Atomics.load(this.#words, GENERATION);
      if (generation !== last) return generation;
      Atomics.wait(this.#words, GENERATION, last);
    }
    return last;
  }

  /** Worker: what it was woken for. */
  get task(): Task {
    return TASKS[Atomics.load(this.#words, TASK)]!;
  }

  /** Worker: how long it has paused for garbage collection so far, in nanoseconds. */
  tellPauses(worker: number, pauses: number): void {
    this.#durationsOf(worker)[PAUSES] = pauses;
  }

  /** Worker: its share of a task is done. */
  finish(worker: number, generation: number, busy: Busy, failed: boolean): void {
    this.#durationsOf(worker)
      .subarray(BUSY)
      .fill(0)
      .set([busy.compute, busy.marshal, ...busy.passes]);
    const line = this.#line(worker);
    Atomics.store(this.#words, line + FAILED, failed ? 1 : 0);
    // Stored last: who sees it sees the rest as well.
    Atomics.store(this.#words, line + DONE, generation);
    Atomics.notify(this.#words, line + DONE);
  }

  /** Worker: the operation is lost; the others need not go on, nor wait at the barrier. */
  abandon(): void {
    Atomics.compareExchange(this.#words, STATE, GOING, ABANDONED);
    this.#wake(BARRIER);
  }

  /** Worker: how it shares chunks with the others. */
  sharing(): Sharing {
    const words = this.#words;
    const going = (): boolean => Atomics.load(words, STATE) === GOING;
    return {
      claim: () => (going() ? Atomics.add(words, NEXT, 1) : Number.POSITIVE_INFINITY),
      barrier: () => {
        const barrier = Atomics.load(words, BARRIER);
        if (Atomics.add(words, ARRIVED, 1) + 1 === this.workers) {
          Atomics.store(words, ARRIVED, 0);
          Atomics.store(words, NEXT, 0);
          this.#wake(BARRIER);
        } else {
          while (going() && Atomics.load(words, BARRIER) === barrier) Atomics.wait(words, BARRIER, barrier);
        }
        return going();
      },
    };
  }

  /** Counts a word up and wakes all that sleep on it. The change keeps anyone from falling asleep after. */
  #wake(word: number): number {
    const value = Atomics.add(this.#words, word, 1) + 1;
    Atomics.notify(this.#words, word);
    return value | 0;
  }

  #line(worker: number): number {
    return WORKERS + worker * this.#stride;
  }

  #durationsOf(worker: number): Float64Array {
    const start = this.#line(worker) * Int32Array.BYTES_PER_ELEMENT;
    return new Float64Array(this.memory, start + DURATIONS_BYTES, this.#durations);
  }
}
