import { loadAddon } from '@crossover/addon';
import { loadKernel } from '@crossover/kernels';
import { assignmentOf, fillArena } from '../binding.ts';
import { entryUnavailable } from '../child-entry.ts';
import { collectGarbage } from '../collection-clock.ts';
import { ownCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from '../resource-usage.ts';
import { waitPolicyOf } from '../wait-policy.ts';
import { checkWorkers } from '../worker-count.ts';
import { Shifts } from '../shifts.ts';
import { ThreadShift } from '../thread-shift.ts';
import type { Executor, ExecutorCounters, Job, Mode } from '@crossover/model';
import type { Crew } from '../crew.ts';
import type { Stretch } from '../stretch.ts';
import type { TeamData } from '../thread-shift.ts';

const ENTRY = new URL('./worker-threads-child.js', import.meta.url);

/** Worker threads that work on one SharedArrayBuffer and claim chunks from an atomic counter. */
export const workerThreads: Mode = {
  id: 'worker-threads',
  title: 'worker threads',
  order: 1,
  standing: 'standard',
  parallel: true,
  counting: 'number',
  placements: [],
  pinnable: true,
  unavailable: async () => entryUnavailable(ENTRY),
  start: (job) => startWorkerThreads(job),
};

/** Threads among those of several processes. */
interface Team {
  /** What they work on in each operation, if not all items in all passes. */
  readonly stretch?: Stretch;
  /** Number of the first of them, counted over all processes, where they are pinned. */
  readonly firstCore?: number;
}

/**
 * @param entry what the workers run
 * @param team what tells them from those of another process, where there are such
 */
export async function startWorkerThreads(
  job: Job,
  entry: URL = ENTRY,
  { stretch, firstCore = 0 }: Team = {},
): Promise<Executor> {
  checkWorkers(job.workers);
  const { passes } = await loadKernel(job.kernelId);
  const arena = new SharedArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const waitPolicy = waitPolicyOf(job);
  if (job.pinned) loadAddon();
  const data: TeamData = {
    assignment: assignmentOf(job),
    arena,
    waitPolicy,
    ...(stretch && { stretch: stretch.memory }),
  };
  const { shifts, startup } = await Shifts.start(
    (lose) => new ThreadShift(entry, data, { passes: passes.length, ...(job.pinned && { firstCore }) }, lose),
    job.timeLimitMs,
  );
  return {
    workers: job.workers,
    waitPolicy,
    pinned: job.pinned ?? false,
    startup,
    views,
    run: () => shifts.operation(({ crew }) => crew.operate()),
    empty: () => shifts.operation(({ crew }) => crew.empty()),
    cpuTime: async () => ownCpuTime(),
    peakMemory: ownPeakMemory,
    proportionalMemory: ownProportionalMemory,
    counters: () => shifts.operation(({ crew }) => count(crew)),
    collectGarbage: () =>
      shifts.operation(async ({ crew }) => {
        collectGarbage();
        await crew.ask('collect');
      }),
    replaced: () => shifts.replaced,
    close: () => shifts.close(),
  };
}

/** All but the pauses are of the whole process, so of the threads too. */
async function count(crew: Crew): Promise<ExecutorCounters> {
  const asked = await crew.ask('counters');
  const { gcNs, ...others } = await ownCounters();
  return { ...others, gcNs: asked.reduce((sum, { counters }) => sum + (counters.gcNs ?? 0), gcNs) };
}
