import { fork } from 'node:child_process';
import { once } from 'node:events';
import { contenderOf } from '../pool.ts';
import { inTurns } from './turns.ts';
import { workerPath } from './entry.ts';
import type { Contender } from '../contender.ts';

/** Node alone: child processes with the faster of their two ways to write messages. */
export async function startFork(workers: number): Promise<Contender> {
  const children = Array.from({ length: workers }, () =>
    fork(workerPath('fork'), { serialization: 'advanced', execArgv: [] }),
  );
  return contenderOf(
    inTurns(
      children.map((child) => ({
        send: (task) => child.send(task),
        onAnswer: (take) => child.on('message', take),
        close: async () => {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        },
      })),
    ),
  );
}
