import { loadAddon } from '@crossover/addon';
import { loadKernel } from '@crossover/kernels';
import { entryUnavailable } from '../child-entry.ts';
import { collectGarbage } from '../collection-clock.ts';
import { ownCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from '../resource-usage.ts';
import { checkWorkers } from '../worker-count.ts';
import { Shifts } from '../shifts.ts';
import { ThreadShift } from '../thread-shift.ts';
import { cloned, placeByPosting, transferred } from '../placements/threads-messages.ts';
import { placeInOneArena } from '../placements/threads-shared.ts';
import { inWebAssemblyMemory, placeInWebAssemblyMemory } from '../placements/threads-webassembly.ts';
import type { Executor, ExecutorCounters, Job, KernelSpec, Mode } from '@crossover/model';
import type { Stretch } from '../stretch.ts';
import type { ThreadPlacement } from '../thread-placement.ts';
import type { WorkerCrew } from '../worker-crew.ts';

const ENTRY = new URL('./worker-threads-child.js', import.meta.url);

/**
 * Worker threads. They work on one SharedArrayBuffer and claim chunks from an atomic counter, if no placement says
 * otherwise.
 */
export const workerThreads: Mode = {
  id: 'worker-threads',
  title: 'worker threads',
  order: 1,
  standing: 'standard',
  parallel: true,
  counting: 'number',
  placements: [inWebAssemblyMemory, transferred, cloned],
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
 * @param entry what the workers run, if not what belongs to the placement
 * @param team what tells them from those of another process, where there are such
 */
export async function startWorkerThreads(
  job: Job,
  entry?: URL,
  { stretch, firstCore = 0 }: Team = {},
): Promise<Executor> {
  checkWorkers(job.workers);
  const kernel = await loadKernel(job.kernelId);
  if (job.pinned) loadAddon();
  const placement = await placed(kernel, job, entry, stretch);
  const { shifts, startup } = await Shifts.start(
    (lose) => new ThreadShift(placement, job.pinned ? firstCore : undefined, lose),
    job.timeLimitMs,
  );
  return {
    workers: job.workers,
    waitPolicy: placement.waitPolicy,
    pinned: job.pinned ?? false,
    startup,
    views: placement.views,
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

async function placed(
  kernel: KernelSpec,
  job: Job,
  entry: URL | undefined,
  stretch: Stretch | undefined,
): Promise<ThreadPlacement> {
  if (job.placement === transferred.id) return placeByPosting(kernel, job, 'transfer', entry);
  if (job.placement === cloned.id) return placeByPosting(kernel, job, 'clone', entry);
  if (job.placement === inWebAssemblyMemory.id) {
    return await placeInWebAssemblyMemory(kernel, job, entry ?? ENTRY);
  }
  return placeInOneArena(kernel, job, entry ?? ENTRY, { stretch });
}

/** All but the pauses are of the whole process, so of the threads too. */
async function count(crew: WorkerCrew): Promise<ExecutorCounters> {
  const asked = await crew.ask('counters');
  const { gcNs, ...others } = await ownCounters();
  return { ...others, gcNs: asked.reduce((sum, { counters }) => sum + (counters.gcNs ?? 0), gcNs) };
}
