import type { WarmUp } from '@crossover/model';

/** Watches operation times during warm-up and says when it is over. */
export class Settling {
  readonly operationsNs: number[] = [];
  readonly #rule: WarmUp;
  #total = 0;

  constructor(rule: WarmUp) {
    this.#rule = rule;
  }

  add(operationNs: number): void {
    this.operationsNs.push(operationNs);
    this.#total += operationNs;
  }

  /** Whether the last operations took the same time as those before them. */
  get steady(): boolean {
    const { fewestOperations, leastNs, window, tolerance } = this.#rule;
    const times = this.operationsNs;
    if (times.length < Math.max(fewestOperations, 2 * window) || this.#total < leastNs) return false;
    const last = middle(times.slice(-window));
    const previous = middle(times.slice(-2 * window, -window));
    return Math.abs(last / previous - 1) <= tolerance;
  }

  /** Whether warm-up ends here, steady or not. */
  get over(): boolean {
    const enough = this.operationsNs.length >= this.#rule.fewestOperations;
    return this.steady || (enough && this.#total >= this.#rule.mostNs);
  }
}

/** The median; the upper one of an even number. */
function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
