import { fork } from 'node:child_process';
import { once } from 'node:events';
import { CrossoverError } from '@crossover/model';
import { entryBeside } from './entry.ts';
import type { ChildProcess, ForkOptions } from 'node:child_process';

/** Processes that use the cores in bursts, and so do to a measurement what neighbours do. */
export class BackgroundLoad {
  readonly #processes: readonly ChildProcess[];

  private constructor(processes: readonly ChildProcess[]) {
    this.#processes = processes;
  }

  /**
   * Resolves when all of them run.
   * @param seed draws when each spins and sleeps
   * @throws CrossoverError `process-ended` when one of them does not come up
   */
  static async start(count: number, seed: number): Promise<BackgroundLoad> {
    const entry = entryBeside(import.meta.filename, 'load-process');
    // Not with the flags of this process, which may name another program.
    const options: ForkOptions = { stdio: 'ignore', execArgv: [] };
    const processes = Array.from({ length: count }, (_, index) =>
      fork(entry, [String(seed + index)], options),
    );
    const load = new BackgroundLoad(processes);
    const came = await Promise.all(processes.map(async (one) => await firstSign(one)));
    if (came.every((sign) => sign === 'ready')) return load;
    await load.end();
    throw new CrossoverError({ code: 'process-ended', message: 'a process of the load ended early' });
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

/** Whether it is ready, or has ended before. */
async function firstSign(one: ChildProcess): Promise<'ready' | 'ended'> {
  return await Promise.race([
    once(one, 'message').then(() => 'ready' as const),
    once(one, 'exit').then(() => 'ended' as const),
  ]);
}
