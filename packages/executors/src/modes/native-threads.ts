import { loadKernel } from '@crossover/kernels';
import { laneOf } from '@crossover/lanes';
import { CrossoverError, failureOf, nanoseconds } from '@crossover/model';
import { fillArena, kernelError } from '../binding.ts';
import { collectGarbage } from '../collection-clock.ts';
import { Lifecycle } from '../lifecycle.ts';
import { operationTimes } from '../operation-times.ts';
import { join, notYetBusy, now } from '../phase-clock.ts';
import { ownCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from '../resource-usage.ts';
import { passOf, scheduleOf } from '../schedule.ts';
import { checkWorkers } from '../worker-count.ts';
import type {
  Executor,
  Job,
  LaneId,
  Mode,
  OperationTimes,
  ThreadedKernel,
  Unavailable,
} from '@crossover/model';
import type { Schedule } from '../schedule.ts';

/**
 * Threads that the lane's own language starts. JavaScript makes one call for each sweep, and is blocked until it is
 * over: what a native library does that is parallel inside.
 */
export const nativeThreads: Mode = {
  id: 'native-threads',
  title: 'threads inside Rust',
  order: 4,
  standing: 'further',
  parallel: true,
  counting: 'number',
  placements: [],
  pinnable: true,
  unavailable,
  start,
};

async function unavailable(lane: LaneId, kernelId: string): Promise<Unavailable | undefined> {
  if (laneOf(lane).bindThreads === undefined) {
    const reason = 'it runs threads inside the Rust addon, where no other lanes are';
    return { reason, remedy: 'use a Rust lane, or worker threads' };
  }
  const { passes } = await loadKernel(kernelId);
  if (!passes.some(({ calls }) => calls === 'item')) return undefined;
  const reason = `JavaScript calls the functions of ${kernelId} once per item, which only its own threads can do`;
  return { reason, remedy: 'use worker threads' };
}

async function start(job: Job): Promise<Executor> {
  checkWorkers(job.workers);
  const kernel = await loadKernel(job.kernelId);
  const { chunksPerWorker } = laneOf(job.lane);
  const schedule = scheduleOf(kernel, job, chunksPerWorker);
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const began = now();
  const threaded = await bind(job, arena);
  const lifecycle = new Lifecycle(async () => threaded.close());
  return {
    workers: job.workers,
    waitPolicy: 'park',
    pinned: job.pinned ?? false,
    startup: { spawn: nanoseconds(0), load: nanoseconds(now() - began) },
    views,
    run: () =>
      lifecycle.operation(() => {
        try {
          return operate(threaded, schedule, job.workers);
        } catch (error) {
          throw kernelError(job, error);
        }
      }),
    empty: () => lifecycle.operation(() => threaded.empty()),
    cpuTime: async () => ownCpuTime(),
    peakMemory: ownPeakMemory,
    proportionalMemory: ownProportionalMemory,
    counters: ownCounters,
    collectGarbage: async () => collectGarbage(),
    replaced: () => lifecycle.replaced,
    close: () => lifecycle.close(),
  };
}

/** @throws CrossoverError `lane-unavailable` when the lane has no threads, or none for that kernel. */
async function bind(job: Job, arena: ArrayBuffer): Promise<ThreadedKernel> {
  const { kernelId, lane, parameters, layout, workers, pinned = false } = job;
  const where = `${kernelId} in ${lane}`;
  const { bindThreads } = laneOf(lane);
  if (bindThreads === undefined) {
    throw new CrossoverError({
      code: 'lane-unavailable',
      message: `${lane} has no threads of its own`,
      where,
    });
  }
  try {
    const work = { kernel: await loadKernel(kernelId), parameters, layout, arena };
    return await bindThreads(work, { threads: workers, pinned });
  } catch (error) {
    throw new CrossoverError({ where, ...failureOf(error, 'lane-unavailable') }, error);
  }
}

function operate(threaded: ThreadedKernel, schedule: Schedule, workers: number): OperationTimes {
  const shares = Array.from({ length: workers }, notYetBusy);
  const called = now();
  let before = called;
  for (let sweep = 0; sweep < schedule.sweeps; sweep++) {
    const pass = passOf(schedule, sweep);
    const { dispatch, compute, collect } = threaded.sweep(pass, schedule);
    const after = now();
    const [began, ended] = [before + dispatch, after - collect];
    for (const [worker, share] of shares.entries()) {
      const idle = Math.max(0, ended - began - compute[worker]!);
      join(share, pass, { began, ended, compute: compute[worker]!, marshal: 0, idle, passes: [] });
    }
    before = after;
  }
  return operationTimes({ start: called, end: before }, shares);
}
