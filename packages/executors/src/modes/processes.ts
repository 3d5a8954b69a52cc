import { loadKernel } from '@crossover/kernels';
import { nanoseconds } from '@crossover/model';
import { entryUnavailable } from '../child-entry.ts';
import { ChildProcess } from '../child-process.ts';
import { Lifecycle } from '../lifecycle.ts';
import { collectGarbage } from '../collection-clock.ts';
import { now } from '../phase-clock.ts';
import { ownCounters, sumOfCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory, sumOfMemory } from '../resource-usage.ts';
import { checkWorkers } from '../worker-count.ts';
import { placeByMessage } from '../placements/processes-messages.ts';
import { placeInSharedMemory, sharedBetweenProcesses } from '../placements/processes-shared.ts';
import type { CrossoverError, Executor, Job, Mode } from '@crossover/model';
import type { ProcessCrew } from '../process-placement.ts';

const ENTRY = new URL('./processes-child.js', import.meta.url);

/** Child processes. Each has memory of its own, to which chunks and their data are sent, if no placement says otherwise. */
export const processes: Mode = {
  id: 'processes',
  title: 'processes',
  order: 2,
  standing: 'standard',
  parallel: true,
  counting: 'number',
  placements: [sharedBetweenProcesses],
  pinnable: true,
  unavailable: async () => entryUnavailable(ENTRY),
  start: (job) => startProcesses(job),
};

export interface ProcessesExecutor extends Executor {
  /** The children, in order. */
  readonly pids: readonly number[];
}

/** @param entry what the children run, if not what belongs to the placement */
export async function startProcesses(job: Job, entry?: URL): Promise<ProcessesExecutor> {
  checkWorkers(job.workers);
  const kernel = await loadKernel(job.kernelId);
  // Imported here because it takes longer than to start a child: whoever runs another mode does not pay for it.
  const { execaNode } = await import('execa');
  // Where workers are divided among processes, they are threads of these.
  const [name, count] = job.processes === undefined ? ['worker', job.workers] : ['process', job.processes];
  const placement =
    job.placement === sharedBetweenProcesses.id
      ? placeInSharedMemory(kernel, job, entry)
      : placeByMessage(kernel, job, count, entry ?? ENTRY);
  const children: ChildProcess[] = [];
  const kill = (): void => {
    placement.stop();
    for (const child of children) child.kill();
  };
  const lifecycle = new Lifecycle(async () => {
    kill();
    await Promise.all(children.map(({ gone }) => gone));
    placement.release();
  });
  const onEnd = (error: CrossoverError): void => {
    lifecycle.lose(error);
    // The others have no use any more, and nobody should have to wait for them.
    kill();
  };

  const began = now();
  for (let index = 0; index < count; index++) {
    children.push(new ChildProcess(execaNode, placement.entry, `${name} ${index + 1} of ${count}`, onEnd));
  }
  try {
    await Promise.all(children.map(({ peer }) => peer.next('up')));
    const spawned = now();
    for (const [index, child] of children.entries()) {
      const core = job.pinned && { core: (index * job.workers) / count };
      child.send({ ...placement.bindRequest(index), ...core });
    }
    await Promise.all(children.map(({ peer }) => peer.next('bound')));
    const startup = { spawn: nanoseconds(spawned - began), load: nanoseconds(now() - spawned) };
    const crew = placement.gather(children);
    const ask: ProcessCrew['ask'] = (kind) => lifecycle.operation(() => crew.ask(kind));
    return {
      workers: job.workers,
      waitPolicy: placement.waitPolicy,
      pinned: job.pinned ?? false,
      startup,
      views: placement.views,
      pids: children.map(({ pid }) => pid!),
      run: () => lifecycle.operation(() => crew.operate()),
      empty: () => lifecycle.operation(() => crew.empty()),
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
      close: () => lifecycle.close(),
    };
  } catch (error) {
    await lifecycle.close();
    throw error;
  }
}
