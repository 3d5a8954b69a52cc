import { closeSync, openSync, readdirSync, readSync } from 'node:fs';

/** Where Linux lists the threads of this process, each with a `schedstat` file. */
const OWN_THREADS = '/proc/self/task';

/** A thread's `schedstat`, kept open because that is most of what a reading costs. */
interface Thread {
  readonly file: number;
  /** What it had waited at the last reading, in nanoseconds. */
  wait: number;
}

/**
 * Time that the threads of this process were ready but not running. Thread by thread: the process's own `schedstat`
 * shows its first thread only. What a thread waited between the last reading and its end is lost.
 */
export class RunQueue {
  readonly #folder: string;
  readonly #threads = new Map<string, Thread>();
  #total = 0;

  /** @param folder lists the threads */
  constructor(folder: string = OWN_THREADS) {
    this.#folder = folder;
  }

  /** Total so far, in nanoseconds, which never falls; undefined where the platform does not tell. */
  read(): number | undefined {
    const names = namesIn(this.#folder);
    for (const name of this.#threads.keys()) {
      if (!names.includes(name)) this.#forget(name);
    }
    for (const name of names) {
      // The file of a thread that has ended cannot be read, and its name may be that of another one now.
      if (!this.#add(name)) {
        this.#forget(name);
        if (!this.#add(name)) this.#forget(name);
      }
    }
    return this.#threads.size === 0 ? undefined : this.#total;
  }

  /** Adds what a thread has waited since the last reading. */
  #add(name: string): boolean {
    const thread = this.#threads.get(name) ?? open(`${this.#folder}/${name}/schedstat`);
    if (thread === undefined) return false;
    this.#threads.set(name, thread);
    const wait = parseWait(textOf(thread.file));
    if (wait === undefined || wait < thread.wait) return false;
    this.#total += wait - thread.wait;
    thread.wait = wait;
    return true;
  }

  #forget(name: string): void {
    const thread = this.#threads.get(name);
    if (thread !== undefined) closeSync(thread.file);
    this.#threads.delete(name);
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

/** Undefined where there is no such file, or its thread has just ended. */
function open(path: string): Thread | undefined {
  try {
    return { file: openSync(path, 'r'), wait: 0 };
  } catch {
    return undefined;
  }
}

/** Three numbers of 20 digits at most. */
const room = Buffer.alloc(64);

/** Empty where it cannot be read. */
function textOf(file: number): string {
  try {
    return room.toString('latin1', 0, readSync(file, room, 0, room.length, 0));
  } catch {
    return '';
  }
}
