import { Worker } from 'node:worker_threads';
import { contenderOf } from '../pool.ts';
import { inTurns } from './turns.ts';
import { workerPath } from './entry.ts';
import type { Contender } from '../contender.ts';

/** Node alone: a message there, a message back. */
export async function startPostMessage(workers: number): Promise<Contender> {
  const threads = Array.from({ length: workers }, () => new Worker(workerPath('post-message')));
  return contenderOf(
    inTurns(
      threads.map((thread) => ({
        send: (task) => thread.postMessage(task, []),
        onAnswer: (take) => thread.on('message', take),
        close: () => thread.terminate(),
      })),
    ),
  );
}
