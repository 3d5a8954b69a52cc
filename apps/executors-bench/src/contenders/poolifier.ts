import { FixedThreadPool } from 'poolifier';
import { contenderOf } from '../pool.ts';
import { workerPath } from './entry.ts';
import type { Contender } from '../contender.ts';
import type { Task } from '../task.ts';

export async function startPoolifier(workers: number): Promise<Contender> {
  const pool = new FixedThreadPool<Task, number>(workers, workerPath('poolifier'));
  return contenderOf({ perform: (task) => pool.execute(task), close: () => pool.destroy() });
}
