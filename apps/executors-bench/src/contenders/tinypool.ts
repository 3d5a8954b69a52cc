import { Tinypool } from 'tinypool';
import { contenderOf } from '../pool.ts';
import { workerPath } from './entry.ts';
import type { Contender } from '../contender.ts';

export async function startTinypool(
  workers: number,
  runtime: 'worker_threads' | 'child_process',
): Promise<Contender> {
  const filename = workerPath('named');
  const processes = runtime === 'child_process' ? { serialization: 'advanced' as const } : {};
  const pool = new Tinypool({ filename, runtime, minThreads: workers, maxThreads: workers, ...processes });
  return contenderOf({
    perform: (task) => pool.run(task, { name: 'perform' }),
    close: () => pool.destroy(),
  });
}
