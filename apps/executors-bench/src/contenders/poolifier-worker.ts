import { ThreadWorker } from 'poolifier';
import { perform } from '../perform.ts';
import type { Task } from '../task.ts';

/** Listens as soon as it exists. */
export const worker: ThreadWorker<Task, number> = new ThreadWorker<Task, number>(
  async (task?: Task) => await perform(task ?? { kind: 'nothing' }),
);
