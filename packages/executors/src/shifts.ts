import { setTimeout as delay } from 'node:timers/promises';
import { CrossoverError } from '@crossover/model';
import { Lifecycle } from './lifecycle.ts';
import type { StartupPhases } from '@crossover/model';

/** How long workers may take to end before nothing more is expected of them, in milliseconds. */
const PATIENCE_MS = 5_000;

/** How long workers may take to get ready, in milliseconds: far more than it takes on a machine that is busy. */
const START_LIMIT_MS = 60_000;

/** Workers that were started together, and end together: when one of them is lost, all are replaced. */
export interface Shift {
  /** Resolves when all are ready to work. */
  readonly ready: Promise<StartupPhases>;
  /** Those from whom an answer is awaited, in the words of a failure. */
  readonly awaited: () => readonly string[];
  /** Has all of them end, whatever they do, and nobody wait for them. Resolves when they have. May be called often. */
  readonly end: () => Promise<void>;
}

/** Starts workers without waiting for them. `lose` is to be called when one of them ends, for whatever reason. */
export type BeginShift<S extends Shift> = (lose: (error: CrossoverError) => void) => S;

/** One shift of workers after the other: the next begins when one was lost. */
export class Shifts<S extends Shift> {
  readonly #begin: BeginShift<S>;
  readonly #timeLimitMs: number;
  readonly #lifecycle: Lifecycle;
  #current: S;
  /** Those that have lost a worker: what becomes of the others is a consequence. */
  readonly #lost = new WeakSet<S>();

  private constructor(begin: BeginShift<S>, timeLimitMs: number) {
    this.#begin = begin;
    this.#timeLimitMs = timeLimitMs;
    this.#lifecycle = new Lifecycle(
      () => ended(this.#current),
      () => this.#replace(),
    );
    this.#current = this.#started();
  }

  /**
   * Starts the first shift.
   * @param timeLimitMs how long an operation may take, in milliseconds
   * @throws CrossoverError when a worker does not come up, or does not get ready; all have ended then.
   */
  static async start<S extends Shift>(
    begin: BeginShift<S>,
    timeLimitMs: number = Number.POSITIVE_INFINITY,
  ): Promise<{ readonly shifts: Shifts<S>; readonly startup: StartupPhases }> {
    const shifts = new Shifts(begin, timeLimitMs);
    try {
      return { shifts, startup: await shifts.#ready() };
    } catch (error) {
      const cause = shifts.#lifecycle.causeOf(error);
      await shifts.close();
      throw cause;
    }
  }

  /** How often all workers were replaced, because one was lost. */
  get replaced(): number {
    return this.#lifecycle.replaced;
  }

  /**
   * Has the present shift do something, if need be one that is started for it.
   * @throws CrossoverError when a worker is or was lost, or takes longer than the limit.
   */
  operation<T>(work: (shift: S) => T | Promise<T>): Promise<T> {
    return this.#lifecycle.operation(() => {
      const result = work(this.#current);
      return result instanceof Promise ? this.#limited(result, this.#timeLimitMs) : result;
    });
  }

  /** @throws CrossoverError when workers cannot be ended. */
  close(): Promise<void> {
    return this.#lifecycle.close();
  }

  #started(): S {
    const shift: S = this.#begin((error) => this.#lose(shift, error));
    return shift;
  }

  #lose(shift: S, error: CrossoverError): void {
    if (this.#lost.has(shift)) return;
    this.#lost.add(shift);
    this.#lifecycle.lose(error);
    // The others would wait for what is lost, and have no use any more. Whoever needs to know that they have ended asks.
    shift.end().catch(() => {});
  }

  async #replace(): Promise<void> {
    await ended(this.#current);
    if (this.#lifecycle.closing) throw new CrossoverError({ code: 'interrupted', message: 'closed' });
    this.#current = this.#started();
    await this.#ready();
  }

  #ready(): Promise<StartupPhases> {
    return this.#limited(this.#current.ready, START_LIMIT_MS);
  }

  #limited<T>(result: Promise<T>, limitMs: number): Promise<T> {
    if (limitMs === Number.POSITIVE_INFINITY) return result;
    const shift = this.#current;
    const timer = setTimeout(() => this.#lose(shift, overdue(shift, limitMs)), limitMs);
    return result.finally(() => clearTimeout(timer));
  }
}

function overdue(shift: Shift, limitMs: number): CrossoverError {
  const awaited = shift.awaited();
  return new CrossoverError({
    code: 'time-limit',
    message: `no answer within ${limitMs} ms`,
    ...(awaited.length > 0 && { where: awaited.join(', ') }),
  });
}

/** Ends a shift. @throws CrossoverError when it does not end. */
async function ended(shift: Shift): Promise<void> {
  const waiting = new AbortController();
  const end = shift.end();
  const late = delay(PATIENCE_MS, 'late', { signal: waiting.signal }).catch(() => undefined);
  const first = await Promise.race([end, late]);
  waiting.abort();
  if (first !== 'late') return;
  throw new CrossoverError({
    code: 'worker-ended',
    message: `workers have not ended ${PATIENCE_MS} ms after they were told to`,
    hint: 'end this process: a call into native code cannot be ended otherwise',
  });
}
