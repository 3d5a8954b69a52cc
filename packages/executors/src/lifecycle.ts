import { CrossoverError } from '@crossover/model';

/**
 * Guards an executor: one operation at a time, none after closing, and closing once. A loss is told by the operation
 * that it hits, or by the next where it hit none; before the one after that, others take the place of those that were
 * lost. So no loss goes unseen, and none is the end.
 */
export class Lifecycle {
  readonly #release: () => Promise<void>;
  readonly #replace: () => Promise<void>;
  #running = false;
  #lost: unknown;
  /** Whether an operation has failed because of the loss. */
  #told = false;
  #replaced = 0;
  #closed: Promise<void> | undefined;

  /**
   * @param release ends all threads and processes; called once
   * @param replace puts new workers in the place of all that there were; called after a loss, not while closing
   */
  constructor(release: () => Promise<void>, replace: () => Promise<void> = async () => {}) {
    this.#release = release;
    this.#replace = replace;
  }

  get closing(): boolean {
    return this.#closed !== undefined;
  }

  /** How often the workers were replaced. */
  get replaced(): number {
    return this.#replaced;
  }

  /** A worker or child has ended, or did not answer in time. The first loss is the cause of those that follow from it. */
  lose(error: CrossoverError): void {
    this.#lost ??= error;
  }

  /** What to tell of something that went wrong: the loss that it follows from, if there was one. */
  causeOf(error: unknown): unknown {
    if (this.#lost === undefined) return error;
    this.#told = true;
    return this.#lost;
  }

  /**
   * Guards an operation. One that is done at once costs no more than the promise of its result.
   * @throws CrossoverError of a loss that was not told yet; `interrupted` when it was closed meanwhile.
   */
  operation<T>(execute: () => T | Promise<T>): Promise<T> {
    let result: T | Promise<T>;
    try {
      this.#refuse();
    } catch (error) {
      return Promise.reject(error);
    }
    this.#running = true;
    try {
      result = this.#lost === undefined ? execute() : this.#afterReplacing(execute);
    } catch (error) {
      result = Promise.reject(error);
    }
    if (result instanceof Promise) return this.#settle(result);
    this.#running = false;
    return Promise.resolve(result);
  }

  async #afterReplacing<T>(execute: () => T | Promise<T>): Promise<T> {
    this.#lost = undefined;
    this.#told = false;
    try {
      await this.#replace();
    } catch (error) {
      this.#lost ??= error;
      throw error;
    }
    this.#replaced++;
    return await execute();
  }

  async #settle<T>(result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      if (this.closing) {
        throw new CrossoverError({ code: 'interrupted', message: 'closed during an operation' }, error);
      }
      throw this.causeOf(error);
    } finally {
      this.#running = false;
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#release();
    return this.#closed;
  }

  #refuse(): void {
    if (this.closing) throw new CrossoverError({ code: 'internal', message: 'the executor is closed' });
    if (this.#running) {
      throw new CrossoverError({ code: 'internal', message: 'the executor runs an operation already' });
    }
    if (this.#lost !== undefined && !this.#told) throw this.causeOf(this.#lost);
  }
}
