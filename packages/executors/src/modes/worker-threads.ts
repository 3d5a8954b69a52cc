import { loadAddon } from '@crossover/addon';
import { loadKernel } from '@crossover/kernels';
import { nanoseconds } from '@crossover/model';
import { assignmentOf, bindKernel, fillArena } from '../binding.ts';
import { entryUnavailable } from '../child-entry.ts';
import { collectGarbage } from '../collection-clock.ts';
import { blockBytes, ControlBlock } from '../control-block.ts';
import { Crew } from '../crew.ts';
import { Lifecycle } from '../lifecycle.ts';
import { atomicsParking } from '../parking.ts';
import { now } from '../phase-clock.ts';
import { ownCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from '../resource-usage.ts';
import { waitPolicyOf } from '../wait-policy.ts';
import { checkWorkers } from '../worker-count.ts';
import { WorkerThread } from '../worker-thread.ts';
import type { CrossoverError, Executor, ExecutorCounters, Job, Mode } from '@crossover/model';
import type { Stretch } from '../stretch.ts';
import type { ThreadData } from '../protocol.ts';

const ENTRY = new URL('./worker-threads-child.js', import.meta.url);

/** How long threads may take to leave by themselves before they are terminated, in milliseconds. */
const GRACE_MS = 2_000;

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
  const assignment = assignmentOf(job);
  const { passes } = await loadKernel(job.kernelId);
  const arena = new SharedArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const shape = { workers: job.workers, passes: passes.length };
  const memory = new SharedArrayBuffer(blockBytes(shape));
  const waitPolicy = waitPolicyOf(job);
  const waiting = { parking: atomicsParking, policy: waitPolicy };
  const control = new ControlBlock(shape, new Int32Array(memory), waiting);
  const threads: WorkerThread[] = [];
  let graceMs = 0;
  const lifecycle = new Lifecycle(() => leave(control, threads, graceMs));
  const onEnd = (error: CrossoverError): void => {
    lifecycle.lose(error);
    // The others would wait for it at the next barrier.
    control.stop();
  };

  if (job.pinned) loadAddon();
  const began = now();
  for (let index = 0; index < job.workers; index++) {
    const data: ThreadData = {
      index,
      assignment,
      arena,
      control: memory,
      waitPolicy,
      ...(stretch && { stretch: stretch.memory }),
      ...(job.pinned && { core: firstCore + index }),
    };
    threads.push(new WorkerThread(entry, data, onEnd));
  }
  try {
    // An addon must be loaded in the main thread before any other thread loads it.
    await Promise.all([bindKernel(job, arena), ...threads.map(({ peer }) => peer.next('up'))]);
    const spawned = now();
    for (const thread of threads) thread.send({ kind: 'bind', assignment });
    await Promise.all(threads.map(({ peer }) => peer.next('bound')));
    graceMs = GRACE_MS;
    const crew = new Crew(control, threads);
    return {
      workers: job.workers,
      waitPolicy,
      pinned: job.pinned ?? false,
      startup: { spawn: nanoseconds(spawned - began), load: nanoseconds(now() - spawned) },
      views,
      run: () => lifecycle.operation(() => crew.operate()),
      empty: () => lifecycle.operation(() => crew.empty()),
      cpuTime: async () => ownCpuTime(),
      peakMemory: ownPeakMemory,
      proportionalMemory: ownProportionalMemory,
      counters: () => lifecycle.operation(() => count(crew)),
      collectGarbage: () =>
        lifecycle.operation(async () => {
          collectGarbage();
          await crew.ask('collect');
        }),
      close: () => lifecycle.close(),
    };
  } catch (error) {
    await lifecycle.close();
    throw error;
  }
}

/** All but the pauses are of the whole process, so of the threads too. */
async function count(crew: Crew): Promise<ExecutorCounters> {
  const asked = await crew.ask('counters');
  const { gcNs, ...others } = await ownCounters();
  return { ...others, gcNs: asked.reduce((sum, { counters }) => sum + (counters.gcNs ?? 0), gcNs) };
}

/** Lets the threads leave by themselves, and terminates those that do not. */
async function leave(
  control: ControlBlock,
  threads: readonly WorkerThread[],
  graceMs: number,
): Promise<void> {
  control.stop();
  const timer = setTimeout(() => {
    for (const thread of threads) thread.terminate();
  }, graceMs);
  await Promise.all(threads.map(({ gone }) => gone));
  clearTimeout(timer);
}
