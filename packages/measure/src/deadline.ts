import { monotonicClock } from './clock.ts';
import type { Clock } from './clock.ts';

/** Time that a measurement may take, and how long a block of it lasts. */
export class Deadline {
  readonly #clock: Clock;
  readonly #end: number;
  #lapStart: number;
  #longestLap = 0;

  /** @param budgetNs from now on, in nanoseconds; no limit when absent */
  constructor(budgetNs: number | undefined, clock: Clock = monotonicClock) {
    this.#clock = clock;
    this.#lapStart = clock();
    this.#end = this.#lapStart + (budgetNs ?? Number.POSITIVE_INFINITY);
  }

  /** An equal share of the time that is left, for one of so many. */
  share(of: number): Deadline {
    return new Deadline(Math.max(0, (this.#end - this.#clock()) / of), this.#clock);
  }

  /** Marks the start of the first block, where something else came before it. */
  start(): void {
    this.#lapStart = this.#clock();
  }

  /** Marks the end of a block. */
  lap(): void {
    const now = this.#clock();
    this.#longestLap = Math.max(this.#longestLap, now - this.#lapStart);
    this.#lapStart = now;
  }

  /** Whether another block fits before the end, taking the longest so far as its length. */
  get allowsAnother(): boolean {
    return this.#clock() + this.#longestLap <= this.#end;
  }
}
