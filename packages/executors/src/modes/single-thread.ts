import { alone, runPasses } from '../pass-loop.ts';
import { checkWorkers } from '../worker-count.ts';
import { startInCallingThread } from '../calling-thread.ts';
import type { Mode } from '@crossover/model';

/** Everything in the calling thread, chunk after chunk: what speed-ups are measured against. */
export const singleThread: Mode = {
  id: 'single-thread',
  title: 'single thread',
  order: 0,
  standing: 'standard',
  parallel: false,
  counting: 'one',
  placements: [],
  inCallingThread: true,
  unavailable: async () => undefined,
  start: async (job) => {
    checkWorkers(job.workers, 1);
    return await startInCallingThread(job, ({ bound, schedule }, busy) => {
      runPasses(bound, schedule, alone(), busy);
    });
  },
};
