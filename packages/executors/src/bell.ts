import { now } from './phase-clock.ts';
import type { WaitPolicy } from '@crossover/model';
import type { Parking } from './parking.ts';

/** How those that wait for a bell do it. */
export interface Waiting {
  readonly parking: Parking;
  readonly policy: WaitPolicy;
}

/**
 * How long to look before sleeping, in nanoseconds: about what it costs to be woken on another core, so that in the
 * worst case twice the necessary time is lost (Karlin et al., Competitive randomized algorithms, 1990).
 */
const SPIN_NS = 40_000;

/** Looks between two readings of the clock. */
const LOOKS = 16;

/** Of the value: how often the bell was rung. Of the other: how many sleep on it. */
const SLEEPERS = 1;

/** Words that a bell takes. */
export const BELL_WORDS = 2;

/** A word that counts up. Threads, and processes that share the memory, wait until it does. */
export class Bell {
  readonly #words: Int32Array;
  readonly #index: number;
  readonly #parking: Parking;
  readonly #spinNs: number;

  /** The bell whose words start at `index`. */
  constructor(words: Int32Array, index: number, { parking, policy }: Waiting) {
    this.#words = words;
    this.#index = index;
    this.#parking = parking;
    this.#spinNs = spinTime(policy);
  }

  /** How often it was rung. */
  get value(): number {
    return Atomics.load(this.#words, this.#index);
  }

  /** Counts up, and wakes all that wait. Who rings need not know whether anybody does. */
  ring(): number {
    const value = Atomics.add(this.#words, this.#index, 1) + 1;
    // Counted before they look at the value a last time: nobody falls asleep unseen. Waking is what costs.
    if (Atomics.load(this.#words, this.#index + SLEEPERS) !== 0) this.#parking.wake(this.#words, this.#index);
    return value | 0;
  }

  /**
   * Waits until the value is not `last` any more.
   * @param timeoutMs how long at most, in milliseconds; forever when absent
   * @returns whether it is not
   */
  wait(last: number, timeoutMs: number = Number.POSITIVE_INFINITY): boolean {
    if (this.#spin(last, timeoutMs)) return true;
    if (this.#spinNs === Number.POSITIVE_INFINITY) return false;
    Atomics.add(this.#words, this.#index + SLEEPERS, 1);
    if (timeoutMs === Number.POSITIVE_INFINITY) {
      while (this.value === last) this.#parking.wait(this.#words, this.#index, last, timeoutMs);
    } else {
      this.#parking.wait(this.#words, this.#index, last, timeoutMs);
    }
    Atomics.sub(this.#words, this.#index + SLEEPERS, 1);
    return this.value !== last;
  }

  #spin(last: number, timeoutMs: number): boolean {
    if (this.value !== last) return true;
    if (this.#spinNs === 0) return false;
    // What happens soon is seen without a look at the clock, which takes as long as several at the value.
    if (this.#looked(last)) return true;
    const end = now() + Math.min(this.#spinNs, timeoutMs * 1e6);
    do if (this.#looked(last)) return true;
    while (now() < end);
    return false;
  }

  #looked(last: number): boolean {
    for (let look = 0; look < LOOKS; look++) {
      if (this.value !== last) return true;
      Atomics.pause();
    }
    return false;
  }
}

function spinTime(policy: WaitPolicy): number {
  switch (policy) {
    case 'park':
      return 0;
    case 'spin-then-park':
      return SPIN_NS;
    case 'spin':
      return Number.POSITIVE_INFINITY;
  }
}
