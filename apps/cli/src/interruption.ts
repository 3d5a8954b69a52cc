/** Signals that ask for an end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns the first Ctrl-C (or SIGTERM) into an aborted signal, so that the command can end in order. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #abort = (): void => this.#controller.abort();

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.#abort);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Hands the signals back to their default. */
  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.#abort);
  }
}
