import { monotonicClock } from './clock.ts';
import type { Clock } from './clock.ts';

/** Time that a measurement may take. */
export class Deadline {
  readonly #clock: Clock;
  readonly #end: number;

  /** @param budgetNs from now on, in nanoseconds; no limit when absent */
  constructor(budgetNs: number | undefined, clock: Clock = monotonicClock) {
    this.#clock = clock;
    this.#end = clock() + (budgetNs ?? Number.POSITIVE_INFINITY);
  }

  /** An equal share of the time that is left, for one of so many. */
  share(of: number): Deadline {
    return new Deadline(Math.max(0, (this.#end - this.#clock()) / of), this.#clock);
  }

  /** Whether what takes so many nanoseconds ends before it. */
  fits(durationNs: number): boolean {
    return this.#clock() + durationNs <= this.#end;
  }
}
