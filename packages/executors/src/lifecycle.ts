import { CrossoverError } from '@crossover/model';

/** Guards an executor: one operation at a time, none after a loss or after closing, and closing once. */
export class Lifecycle {
  readonly #release: () => Promise<void>;
  #running = false;
  #lost: CrossoverError | undefined;
  #closed: Promise<void> | undefined;

  /** @param release ends all threads and processes; called once */
  constructor(release: () => Promise<void>) {
    this.#release = release;
  }

  get closing(): boolean {
    return this.#closed !== undefined;
  }

  /** Why nothing can run any more, where a worker or child was lost. */
  get lost(): CrossoverError | undefined {
    return this.#lost;
  }

  /** A worker or child has ended. The first loss is the cause of those that follow from it. */
  lose(error: CrossoverError): void {
    this.#lost ??= error;
  }

  /**
   * Guards an operation. One that is done at once costs no more than the promise of its result.
   * @throws CrossoverError of the loss, when there was one meanwhile; `interrupted` when it was closed.
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
      result = execute();
    } catch (error) {
      result = Promise.reject(error);
    }
    if (result instanceof Promise) return this.#settle(result);
    this.#running = false;
    return Promise.resolve(result);
  }

  async #settle<T>(result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      if (this.closing) {
        throw new CrossoverError({ code: 'interrupted', message: 'closed during an operation' }, error);
      }
      throw this.#lost ?? error;
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
    if (this.#lost !== undefined) {
      throw new CrossoverError({ ...this.#lost.failure, hint: 'start another executor' }, this.#lost);
    }
    if (this.#running) {
      throw new CrossoverError({ code: 'internal', message: 'the executor runs an operation already' });
    }
  }
}
