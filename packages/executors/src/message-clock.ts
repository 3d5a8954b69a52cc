import { performance } from 'node:perf_hooks';
import { now } from './phase-clock.ts';
import type { Lapse } from './operation-times.ts';

/** What a parent spent on messages during an operation, in nanoseconds. */
export interface Messaging {
  /** All that its event loop did: to encode, send, receive, decode and copy. */
  readonly active: number;
  /** Of this, sending. */
  readonly sent: number;
  /** When it was that it sent something, up to the first answer. */
  readonly firstSends: readonly Lapse[];
  /** From the arrival of the last answer to the end. */
  readonly lastAnswer: number;
}

/** Watches a parent that has its workers do an operation by messages. One is made for each operation. */
export class MessageClock {
  readonly #before = performance.eventLoopUtilization();
  readonly #firstSends: Lapse[] = [];
  #answers = 0;
  #sent = 0;
  /** When the event loop was last seen at work, and how long it had slept by then, both in nanoseconds. */
  #last = { at: now(), slept: sleptSoFar() };
  #arrival = this.#last.at;

  /** Sends something. */
  send(send: () => void): void {
    const start = now();
    send();
    const end = now();
    this.#sent += end - start;
    if (this.#answers === 0) this.#firstSends.push({ start, end });
  }

  /** An answer is here. It arrived when the event loop slept no more, and was decoded since. */
  answered(): void {
    const [at, slept] = [now(), sleptSoFar()];
    this.#answers++;
    this.#arrival = Math.min(at, this.#last.at + slept - this.#last.slept);
    this.#last = { at, slept };
  }

  stop(end: number): Messaging {
    return {
      active: performance.eventLoopUtilization(this.#before).active * 1e6,
      sent: this.#sent,
      firstSends: this.#firstSends,
      lastAnswer: this.#answers === 0 ? 0 : end - this.#arrival,
    };
  }
}

function sleptSoFar(): number {
  return performance.eventLoopUtilization().idle * 1e6;
}
