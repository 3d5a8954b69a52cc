import { fork } from 'node:child_process';
import { once } from 'node:events';
import { entryBeside } from './entry.ts';
import type { ChildProcess, ForkOptions } from 'node:child_process';

/** Processes that use the cores in bursts, and so do to a measurement what neighbours do. */
export class BackgroundLoad {
  readonly #processes: readonly ChildProcess[];

  private constructor(processes: readonly ChildProcess[]) {
    this.#processes = processes;
  }

  /** Resolves when all of them run. @param seed draws when each spins and sleeps */
  static async start(count: number, seed: number): Promise<BackgroundLoad> {
    const entry = entryBeside(import.meta.filename, 'load-process');
    // Not with the flags of this process, which may name another program.
    const options: ForkOptions = { stdio: 'ignore', execArgv: [] };
    const processes = Array.from({ length: count }, (_, index) =>
      fork(entry, [String(seed + index)], options),
    );
    await Promise.all(processes.map(async (one) => await once(one, 'message')));
    return new BackgroundLoad(processes);
  }

  /** Process ids, for those who want to see them end. */
  get pids(): readonly number[] {
    return this.#processes.flatMap(({ pid }) => pid ?? []);
  }

  /** Ends them. They also end by themselves when this process does. */
  async end(): Promise<void> {
    await Promise.all(
      this.#processes.map(async (one) => {
        if (one.exitCode !== null || one.signalCode !== null) return;
        const ended = once(one, 'exit');
        one.kill('SIGKILL');
        await ended;
      }),
    );
  }
}
