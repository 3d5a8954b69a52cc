import type { Pool } from '../pool.ts';
import type { Task } from '../task.ts';

/** A worker that answers tasks in the order in which they come. */
export interface Correspondent {
  readonly send: (task: Task) => void;
  readonly onAnswer: (take: (answer: unknown) => void) => void;
  readonly close: () => Promise<unknown>;
}

/** The least that a pool can be: tasks go to the workers in turn, and each answer belongs to the oldest question. */
export function inTurns(workers: readonly Correspondent[]): Pool {
  const waiting = workers.map((worker): ((answer: unknown) => void)[] => {
    const questions: ((answer: unknown) => void)[] = [];
    worker.onAnswer((answer) => questions.shift()?.(answer));
    return questions;
  });
  let next = 0;
  return {
    perform: (task) => {
      const index = next;
      next = (next + 1) % workers.length;
      const { promise, resolve } = Promise.withResolvers<unknown>();
      waiting[index]!.push(resolve);
      workers[index]!.send(task);
      return promise;
    },
    close: () => Promise.all(workers.map((worker) => worker.close())),
  };
}
