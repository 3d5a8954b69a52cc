import { sharedMappingUnavailable } from '../../packages/addon/dist/index.js';
import { startHybrid } from '../../packages/executors/dist/modes/hybrid.js';
import { startProcesses } from '../../packages/executors/dist/modes/processes.js';
import { startWorkerThreads } from '../../packages/executors/dist/modes/worker-threads.js';
import { prepare } from '../conformance/workload.ts';
import type { Executor, Job } from '@crossover/model';
import type { PreparedWorkload } from '../conformance/workload.ts';

const THREAD = new URL('fixtures/faulty-thread.ts', import.meta.url);
const POSTING_THREAD = new URL('fixtures/faulty-posting-thread.ts', import.meta.url);
/** What children run outside of tests, too: all that they need in one file, which takes less time to start. */
const joined = (name: string): URL =>
  new URL(`../../packages/executors/dist/${name}-child.js`, import.meta.url);

/** A parallel mode, with workers in which faults can happen. */
export interface FaultyMode {
  readonly name: string;
  /** What its workers are. */
  readonly workers: 'threads' | 'children' | 'threads of children';
  readonly start: (job: Job) => Promise<Executor>;
}

const unshared = await sharedMappingUnavailable();

const ALL: readonly FaultyMode[] = [
  {
    name: 'worker-threads',
    workers: 'threads',
    start: (job) => startWorkerThreads(job, THREAD),
  },
  {
    name: 'worker-threads/transfer',
    workers: 'threads',
    start: (job) => startWorkerThreads({ ...job, placement: 'transfer' }, POSTING_THREAD),
  },
  {
    name: 'worker-threads/clone',
    workers: 'threads',
    start: (job) => startWorkerThreads({ ...job, placement: 'clone' }, POSTING_THREAD),
  },
  { name: 'processes', workers: 'children', start: (job) => startProcesses(job, joined('processes')) },
  {
    name: 'processes/shared',
    workers: 'children',
    start: (job) => startProcesses({ ...job, placement: 'shared' }, joined('processes-shared')),
  },
  {
    name: 'processes/file',
    workers: 'children',
    start: (job) => startProcesses({ ...job, placement: 'file' }, joined('processes')),
  },
  {
    name: 'hybrid',
    workers: 'threads of children',
    start: (job) => startHybrid({ ...job, workers: 2 * job.workers, processes: 2 }, joined('hybrid')),
  },
];

/** All parallel modes with workers in JavaScript, and their placements, as far as this machine has them. */
export const FAULTY_MODES: readonly FaultyMode[] = ALL.filter(
  ({ name }) => unshared === undefined || name !== 'processes/shared',
);

/** Something short to go wrong, which can be checked. */
export const SUBJECT: PreparedWorkload = await prepare('mandelbrot', 'smoke');

/** Whether an operation gives the right answer, and not that of the one before. */
export async function answersRightly(executor: Executor): Promise<boolean> {
  const { kernel, parameters, digest } = SUBJECT;
  executor.views['rows']!.fill(0xa5);
  await executor.run();
  return kernel.digest(executor.views, parameters) === digest;
}
