import { readdirSync, readFileSync } from 'node:fs';

/** Where Linux lists the threads of this process, each with a `schedstat` file. */
const OWN_THREADS = '/proc/self/task';

/**
 * Time that the threads of this process were ready but not running. Thread by thread: the process's own `schedstat`
 * shows its first thread only. What a thread waited between the last reading and its end is lost.
 */
export class RunQueue {
  readonly #threads: string;
  readonly #last = new Map<string, number>();
  #total = 0;

  /** @param threads folder that lists the threads */
  constructor(threads: string = OWN_THREADS) {
    this.#threads = threads;
  }

  /** Total so far, in nanoseconds, which never falls; undefined where the platform does not tell. */
  read(): number | undefined {
    const waits = namesIn(this.#threads).flatMap((thread): (readonly [string, number])[] => {
      const wait = parseWait(textOf(`${this.#threads}/${thread}/schedstat`));
      return wait === undefined ? [] : [[thread, wait]];
    });
    for (const [thread, wait] of waits) {
      const last = this.#last.get(thread) ?? 0;
      // A thread that has waited less than before is another one with the same number.
      this.#total += wait >= last ? wait - last : wait;
    }
    this.#last.clear();
    for (const [thread, wait] of waits) this.#last.set(thread, wait);
    return waits.length === 0 ? undefined : this.#total;
  }
}

/** Time ready but not running: the second number of a `schedstat` file (kernel: sched-stats). */
export function parseWait(schedstat: string): number | undefined {
  const wait = /^\d+ (?<wait>\d+) \d+\s*$/.exec(schedstat)?.groups?.['wait'];
  return wait === undefined ? undefined : Number(wait);
}

/** Empty where the platform has no such folder. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty where there is no such file, or its thread has just ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
