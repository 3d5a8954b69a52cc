import { checkWorkers } from '../worker-count.ts';
import { overlap } from '../overlap.ts';
import { startInCallingThread } from '../calling-thread.ts';
import type { Mode } from '@crossover/model';

/**
 * The chunks as asynchronous tasks of the calling thread, so many in flight at a time as there are workers. They take
 * turns, and none runs while another does: concurrency without parallelism.
 */
export const eventLoop: Mode = {
  id: 'event-loop',
  title: 'promises in one thread',
  order: 3,
  standing: 'further',
  parallel: false,
  counting: 'number',
  placements: [],
  inCallingThread: true,
  unavailable: async () => undefined,
  start: async (job) => {
    checkWorkers(job.workers);
    return await startInCallingThread(job, ({ bound, schedule }, busy) => overlap(bound, schedule, busy));
  },
};
