import { Worker } from 'node:worker_threads';
import { spin } from '../spin.ts';
import type { Capacity } from '@crossover/model';

const ENTRY = new URL('./spinner.js', import.meta.url);

/** How often threads spin for one reading; the median counts. */
const ROUNDS = 3;

/** What a spinner shares with its parent. */
export interface SpinnerData {
  /** The round that is asked for, and how many spinners have come to wait for the next one. */
  readonly words: Int32Array;
  /** By spinner, the duration of its last spin in nanoseconds. */
  readonly times: Float64Array;
  readonly index: number;
}

/** Some threads that spin together. */
class SpinnerGroup {
  readonly threads: number;
  readonly #workers: readonly Worker[];
  readonly #words = new Int32Array(new SharedArrayBuffer(8));
  readonly #times: Float64Array;

  constructor(threads: number) {
    this.threads = threads;
    this.#times = new Float64Array(new SharedArrayBuffer(8 * threads));
    this.#workers = Array.from({ length: threads }, (_, index) => {
      const data: SpinnerData = { words: this.#words, times: this.#times, index };
      return new Worker(ENTRY, { workerData: data });
    });
  }

  /** Resolves when all of them wait. */
  async ready(): Promise<void> {
    const ended = Promise.race(
      this.#workers.map(
        (worker) =>
          new Promise((_, reject) => {
            worker.once('error', reject);
          }),
      ),
    );
    await Promise.race([this.#allWaiting(), ended]);
  }

  /** Lets all of them spin once. Returns their times. */
  async round(): Promise<readonly number[]> {
    Atomics.store(this.#words, 1, 0);
    Atomics.add(this.#words, 0, 1);
    Atomics.notify(this.#words, 0);
    await this.#allWaiting();
    return [...this.#times];
  }

  async close(): Promise<void> {
    Atomics.store(this.#words, 0, -1);
    Atomics.notify(this.#words, 0);
    await Promise.all(this.#workers.map(async (worker) => await worker.terminate()));
  }

  async #allWaiting(): Promise<void> {
    for (;;) {
      const waiting = Atomics.load(this.#words, 1);
      if (waiting >= this.threads) return;
      await Atomics.waitAsync(this.#words, 1, waiting).value;
    }
  }
}

/**
 * Measures how many cores' worth of work a number of threads gets done at the same time, with work that needs
 * nothing but a core: on a machine that others use, two threads on two cores may get done what 1.4 cores would.
 * The yardstick is the fastest spin that was ever seen by this probe.
 */
export class CapacityProbe {
  readonly #groups: readonly SpinnerGroup[];
  #fastest = Number.POSITIVE_INFINITY;

  private constructor(groups: readonly SpinnerGroup[]) {
    this.#groups = groups;
  }

  /**
   * Starts the threads, which then sleep until they are asked.
   * @param threads the numbers of threads to measure with
   * @throws Error when a thread cannot be started
   */
  static async start(threads: readonly number[]): Promise<CapacityProbe> {
    const probe = new CapacityProbe(threads.map((count) => new SpinnerGroup(count)));
    try {
      await Promise.all(probe.#groups.map(async (group) => await group.ready()));
    } catch (error) {
      await probe.close();
      throw error;
    }
    for (let round = 0; round < 2 * ROUNDS; round++) probe.#fastest = Math.min(probe.#fastest, spin());
    return probe;
  }

  async measure(): Promise<readonly Capacity[]> {
    const capacities: Capacity[] = [];
    for (const group of this.#groups) {
      const readings: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const times = await group.round();
        this.#fastest = Math.min(this.#fastest, ...times);
        readings.push(times.reduce((sum, time) => sum + this.#fastest / time, 0));
      }
      capacities.push({
        threads: group.threads,
        effective: readings.toSorted((a, b) => a - b)[ROUNDS >> 1]!,
      });
    }
    return capacities;
  }

  async close(): Promise<void> {
    await Promise.all(this.#groups.map(async (group) => await group.close()));
  }
}
