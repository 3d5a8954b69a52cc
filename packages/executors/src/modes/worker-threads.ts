import { loadKernel } from '@crossover/kernels';
import { CrossoverError, nanoseconds } from '@crossover/model';
import { assignmentOf, bindKernel, fillArena } from '../binding.ts';
import { entryUnavailable } from '../child-entry.ts';
import { collectGarbage } from '../collection-clock.ts';
import { ControlBlock } from '../control-block.ts';
import { Lifecycle } from '../lifecycle.ts';
import { now, phasesOf } from '../phase-clock.ts';
import { ownCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from '../resource-usage.ts';
import { checkWorkers } from '../worker-count.ts';
import { WorkerThread } from '../worker-thread.ts';
import type { Executor, ExecutorCounters, Job, Mode, OperationTimes } from '@crossover/model';
import type { Task } from '../control-block.ts';

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
  unavailable: async () => entryUnavailable(ENTRY),
  start: (job) => startWorkerThreads(job),
};

/** @param entry what the workers run */
export async function startWorkerThreads(job: Job, entry: URL = ENTRY): Promise<Executor> {
  checkWorkers(job.workers);
  const assignment = assignmentOf(job);
  const { passes } = await loadKernel(job.kernelId);
  const arena = new SharedArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const control = new ControlBlock(job.workers, passes.length);
  const threads: WorkerThread[] = [];
  let graceMs = 0;
  const lifecycle = new Lifecycle(() => leave(control, threads, graceMs));
  const onEnd = (error: CrossoverError): void => {
    lifecycle.lose(error);
    // The others would wait for it at the next barrier.
    control.stop();
  };

  const began = now();
  for (let index = 0; index < job.workers; index++) {
    const data = { index, assignment, arena, control: control.memory };
    threads.push(new WorkerThread(entry, data, onEnd));
  }
  try {
    // An addon must be loaded in the main thread before any other thread loads it.
    await Promise.all([bindKernel(job, arena), ...threads.map(({ peer }) => peer.next('up'))]);
    const spawned = now();
    for (const thread of threads) thread.send({ kind: 'bind', assignment });
    await Promise.all(threads.map(({ peer }) => peer.next('bound')));
    graceMs = GRACE_MS;
    return {
      workers: job.workers,
      startup: { spawn: nanoseconds(spawned - began), load: nanoseconds(now() - spawned) },
      views,
      run: () => lifecycle.operation(() => operate(control, threads)),
      cpuTime: async () => ownCpuTime(),
      peakMemory: ownPeakMemory,
      proportionalMemory: ownProportionalMemory,
      counters: () => lifecycle.operation(() => count(control, threads)),
      collectGarbage: () =>
        lifecycle.operation(async () => {
          collectGarbage();
          await perform(control, threads, 'collection');
        }),
      close: () => lifecycle.close(),
    };
  } catch (error) {
    await lifecycle.close();
    throw error;
  }
}

async function operate(control: ControlBlock, threads: readonly WorkerThread[]): Promise<OperationTimes> {
  const wall = await perform(control, threads, 'operation');
  const busy = threads.map((_, index) => control.busyOf(index));
  return phasesOf(wall, busy);
}

/** Has all threads do the same; returns how long it took, in nanoseconds. */
async function perform(control: ControlBlock, threads: readonly WorkerThread[], task: Task): Promise<number> {
  const start = now();
  const generation = control.dispatch(task);
  await Promise.all(threads.map((_, index) => control.finished(index, generation)));
  const wall = now() - start;
  if (control.stopped)
    throw new CrossoverError({ code: 'worker-ended', message: 'the workers were stopped' });
  // A thread whose kernel threw has posted why; every such message must be taken before the next operation.
  const failed = threads.filter((_, index) => control.failed(index));
  await Promise.all(failed.map(({ peer }) => peer.next('done')));
  return wall;
}

/** All but the pauses are of the whole process, so of the threads too. */
async function count(control: ControlBlock, threads: readonly WorkerThread[]): Promise<ExecutorCounters> {
  await perform(control, threads, 'pauses');
  const { gcNs, ...others } = await ownCounters();
  const pauses = threads.map((_, index) => control.pausesOf(index));
  return { ...others, gcNs: pauses.reduce((sum, pause) => sum + pause, gcNs) };
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
