import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { CrossoverError, nanoseconds } from '@crossover/model';
import type { Nanoseconds } from '@crossover/model';
import type { PerformanceEntry } from 'node:perf_hooks';

/** Adds up how long this isolate stood still for garbage collection, from the first reading on. */
export class CollectionClock {
  #total = 0;
  #observer: PerformanceObserver | undefined;

  /** Total so far. Lets the event loop turn once, since that is when Node hands over what it saw. */
  async read(): Promise<Nanoseconds> {
    this.#observer ??= this.#observe();
    await eventLoopTurn();
    this.#add(this.#observer.takeRecords());
    return nanoseconds(this.#total);
  }

  #observe(): PerformanceObserver {
    const observer = new PerformanceObserver((list) => this.#add(list.getEntries()));
    observer.observe({ entryTypes: ['gc'] });
    return observer;
  }

  #add(pauses: readonly PerformanceEntry[]): void {
    for (const { duration } of pauses) this.#total += Math.round(duration * 1e6);
  }
}

/**
 * Collects all garbage of this isolate, now.
 * @throws CrossoverError when Node was not started with `--expose-gc`.
 */
export function collectGarbage(): void {
  if (globalThis.gc === undefined) {
    const message = 'garbage can be collected on request only where Node was started with --expose-gc';
    throw new CrossoverError({ code: 'internal', message });
  }
  globalThis.gc();
}
