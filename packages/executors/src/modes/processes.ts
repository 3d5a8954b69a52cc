import { loadKernel } from '@crossover/kernels';
import { nanoseconds } from '@crossover/model';
import { entryUnavailable } from '../child-entry.ts';
import { collectGarbage } from '../collection-clock.ts';
import { ownCounters, sumOfCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory, sumOfMemory } from '../resource-usage.ts';
import { ProcessShift } from '../process-shift.ts';
import { Shifts } from '../shifts.ts';
import { checkWorkers } from '../worker-count.ts';
import { placeInFile, throughFile } from '../placements/processes-file.ts';
import { placeByMessage } from '../placements/processes-messages.ts';
import { placeInSharedMemory, sharedBetweenProcesses } from '../placements/processes-shared.ts';
import type { Executor, Job, KernelSpec, Mode } from '@crossover/model';
import type { ProcessPlacement } from '../process-placement.ts';
import type { WorkerCrew } from '../worker-crew.ts';

const ENTRY = new URL('./processes-child.js', import.meta.url);

/** Child processes. Each has memory of its own, to which chunks and their data are sent, if no placement says otherwise. */
export const processes: Mode = {
  id: 'processes',
  title: 'processes',
  order: 2,
  standing: 'standard',
  parallel: true,
  counting: 'number',
  placements: [sharedBetweenProcesses, throughFile],
  pinnable: true,
  unavailable: async () => entryUnavailable(ENTRY),
  prepare: importExeca,
  start: (job) => startProcesses(job),
};

/** Not with this module, because it takes longer than to start a child: whoever runs another mode does not pay for it. */
export async function importExeca(): Promise<void> {
  await import('execa');
}

export interface ProcessesExecutor extends Executor {
  /** The present children, in order. */
  readonly pids: readonly number[];
}

/** @param entry what the children run, if not what belongs to the placement */
export async function startProcesses(job: Job, entry?: URL): Promise<ProcessesExecutor> {
  checkWorkers(job.workers);
  const kernel = await loadKernel(job.kernelId);
  const { execaNode } = await import('execa');
  // Where workers are divided among processes, they are threads of these.
  const [name, count] = job.processes === undefined ? ['worker', job.workers] : ['process', job.processes];
  const placement = placed(kernel, job, count, entry);
  const names = Array.from({ length: count }, (_, index) => `${name} ${index + 1} of ${count}`);
  const pids: number[] = [];
  const cores = job.pinned && { threads: job.workers / count };
  const { shifts, startup } = await Shifts.start((lose) => {
    const shift = new ProcessShift(execaNode, placement, { names, ...cores }, lose);
    pids.splice(0, count, ...shift.pids);
    return shift;
  }, job.timeLimitMs).catch((error: unknown) => {
    placement.release();
    throw error;
  });
  const ask: WorkerCrew['ask'] = (kind) => shifts.operation(({ crew }) => crew.ask(kind));
  return {
    workers: job.workers,
    waitPolicy: placement.waitPolicy,
    pinned: job.pinned ?? false,
    startup,
    views: placement.views,
    pids,
    run: () => shifts.operation(({ crew }) => crew.operate()),
    empty: () => shifts.operation(({ crew }) => crew.empty()),
    cpuTime: async () => {
      const used = await ask('cpu-time');
      return nanoseconds(used.reduce((sum, { cpu }) => sum + cpu, Number(ownCpuTime())));
    },
    peakMemory: async () => {
      const used = await ask('memory');
      return used.reduce((sum, { memory }) => sum + memory.peak, await ownPeakMemory());
    },
    proportionalMemory: async () => {
      const used = await ask('memory');
      return sumOfMemory([await ownProportionalMemory(), ...used.map(({ memory }) => memory.proportional)]);
    },
    counters: async () => {
      const [counted, own] = await Promise.all([ask('counters'), ownCounters()]);
      return sumOfCounters([own, ...counted.map(({ counters }) => counters)]);
    },
    collectGarbage: async () => {
      collectGarbage();
      await ask('collect');
    },
    replaced: () => shifts.replaced,
    close: () => shifts.close().finally(placement.release),
  };
}

function placed(kernel: KernelSpec, job: Job, children: number, entry: URL | undefined): ProcessPlacement {
  if (job.placement === sharedBetweenProcesses.id) return placeInSharedMemory(kernel, job, entry);
  if (job.placement === throughFile.id) return placeInFile(kernel, job, entry ?? ENTRY);
  return placeByMessage(kernel, job, children, entry ?? ENTRY);
}
