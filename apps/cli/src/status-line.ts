import type { Ora } from 'ora';

/** One line that says what is going on: redrawn on a terminal, printed anew elsewhere. */
export class StatusLine {
  readonly #stream: NodeJS.WriteStream;
  readonly #spinner: Ora | undefined;
  #printed = '';

  private constructor(stream: NodeJS.WriteStream, spinner: Ora | undefined) {
    this.#stream = stream;
    this.#spinner = spinner;
  }

  static async on(stream: NodeJS.WriteStream): Promise<StatusLine> {
    const redraws = stream.isTTY && !process.env['CI'] && process.env['TERM'] !== 'dumb';
    if (!redraws) return new StatusLine(stream, undefined);
    const { default: ora } = await import('ora');
    // Without `discardStdin: false` Ctrl-C would no longer reach the process as a signal.
    return new StatusLine(stream, ora({ stream, discardStdin: false, hideCursor: false }));
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
