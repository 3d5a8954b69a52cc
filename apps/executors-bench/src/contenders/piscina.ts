import { Piscina } from 'piscina';
import { contenderOf } from '../pool.ts';
import { workerPath } from './entry.ts';
import type { Contender } from '../contender.ts';

export async function startPiscina(workers: number): Promise<Contender> {
  const pool = new Piscina({ filename: workerPath('named'), minThreads: workers, maxThreads: workers });
  return contenderOf({
    perform: (task) => pool.run(task, { name: 'perform' }),
    close: () => pool.destroy(),
  });
}
