import { pool as poolOf } from 'workerpool';
import { contenderOf } from '../pool.ts';
import { workerPath } from './entry.ts';
import type { Contender } from '../contender.ts';

export async function startWorkerpool(workers: number, workerType: 'thread' | 'process'): Promise<Contender> {
  const pool = poolOf(workerPath('workerpool'), {
    workerType,
    minWorkers: workers,
    maxWorkers: workers,
    ...(workerType === 'process' && { forkOpts: { serialization: 'advanced' } }),
  });
  return contenderOf({
    perform: async (task) => await pool.exec('perform', [task]),
    close: async () => await pool.terminate(true),
  });
}
