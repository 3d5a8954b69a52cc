import { entryUnavailable } from '../child-entry.ts';
import { importExeca, startProcesses } from './processes.ts';
import { waitPolicyOf } from '../wait-policy.ts';
import type { Job, Mode } from '@crossover/model';
import type { ProcessesExecutor } from './processes.ts';

const ENTRY = new URL('./hybrid-child.js', import.meta.url);

/**
 * Child processes that are sent chunks, as in the mode `processes`, and in each of them worker threads that share every
 * chunk, as in the mode `worker-threads`.
 */
export const hybrid: Mode = {
  id: 'hybrid',
  title: 'processes × threads',
  order: 5,
  standing: 'further',
  parallel: true,
  counting: 'division',
  placements: [],
  pinnable: true,
  unavailable: async () => entryUnavailable(ENTRY),
  prepare: importExeca,
  start: (job) => startHybrid(job),
};

/** @param entry what the children run */
export async function startHybrid(job: Job, entry: URL = ENTRY): Promise<ProcessesExecutor> {
  // There must be a core for each thread of all processes, which none of these can see.
  const waitPolicy = waitPolicyOf(job);
  return { ...(await startProcesses({ ...job, waitPolicy }, entry)), waitPolicy };
}
