import ora from 'ora';
import type { Ora } from 'ora';

/** One line that says what is going on: redrawn on a terminal, printed anew elsewhere. */
export class StatusLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #spinner: Ora | undefined;
  #printed = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    const redraws = stream.isTTY && !process.env['CI'] && process.env['TERM'] !== 'dumb';
    // Without `discardStdin: false` Ctrl-C would no longer reach the process as a signal.
    this.#spinner = redraws ? ora({ stream, discardStdin: false, hideCursor: false }) : undefined;
  }

  /** Replaces the text on a terminal. */
  show(text: string): void {
    if (this.#spinner === undefined) this.#print(text);
    else this.#spinner.start(text);
  }

  /** Shows it on a terminal only: for news that would fill a log. */
  showBriefly(text: string): void {
    this.#spinner?.start(text);
  }

  /** Makes room for other output. */
  clear(): void {
    this.#spinner?.stop();
  }

  #print(text: string): void {
    if (text === this.#printed) return;
    this.#printed = text;
    this.#stream.write(`${text}\n`);
  }
}
