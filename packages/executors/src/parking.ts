/** How a thread sleeps on a word of memory that others can write: a futex, by whatever name it goes there. */
export interface Parking {
  /**
   * Sleeps until somebody wakes those that sleep on the word; not at all where the word has another value by now.
   * May also end without a reason.
   * @param timeoutMs after which it ends in any case, in milliseconds; possibly infinite
   */
  readonly wait: (words: Int32Array, index: number, value: number, timeoutMs: number) => void;
  /** Wakes all that sleep on the word. */
  readonly wake: (words: Int32Array, index: number) => void;
}

/** Between the threads of a process, on a SharedArrayBuffer. */
export const atomicsParking: Parking = {
  wait: (words, index, value, timeoutMs) => {
    Atomics.wait(words, index, value, timeoutMs);
  },
  wake: (words, index) => {
    Atomics.notify(words, index);
  },
};
