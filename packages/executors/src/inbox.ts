/** Messages in the order in which they came, for one who takes them one by one. */
export class Inbox<Message> {
  readonly #messages: Message[] = [];
  #arrived: (() => void) | undefined;

  put(message: Message): void {
    this.#messages.push(message);
    this.#arrived?.();
  }

  /** The next one, as soon as there is one. One at a time may wait. */
  async next(): Promise<Message> {
    let message = this.#messages.shift();
    while (message === undefined) {
      await new Promise<void>((resolve) => (this.#arrived = resolve));
      message = this.#messages.shift();
    }
    return message;
  }
}
