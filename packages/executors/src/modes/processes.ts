import { loadKernel } from '@crossover/kernels';
import { laneOf } from '@crossover/lanes';
import { nanoseconds } from '@crossover/model';
import { assignmentOf, fillArena } from '../binding.ts';
import { entryUnavailable } from '../child-entry.ts';
import { ChildProcess } from '../child-process.ts';
import { Distribution } from '../distribution.ts';
import { Lifecycle } from '../lifecycle.ts';
import { collectGarbage } from '../collection-clock.ts';
import { now } from '../phase-clock.ts';
import { ownCounters, sumOfCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory, sumOfMemory } from '../resource-usage.ts';
import { checkWorkers } from '../worker-count.ts';
import type { CrossoverError, Executor, Job, Mode } from '@crossover/model';
import type { Reply, SelfRequest } from '../protocol.ts';

const ENTRY = new URL('./processes-child.js', import.meta.url);

/** Child processes with memory of their own, to which chunks and their data are sent. */
export const processes: Mode = {
  id: 'processes',
  title: 'processes',
  order: 2,
  standing: 'standard',
  parallel: true,
  counting: 'number',
  placements: [],
  unavailable: async () => entryUnavailable(ENTRY),
  start: (job) => startProcesses(job),
};

export interface ProcessesExecutor extends Executor {
  /** The children, in order. */
  readonly pids: readonly number[];
}

/** @param entry what the children run */
export async function startProcesses(job: Job, entry: URL = ENTRY): Promise<ProcessesExecutor> {
  checkWorkers(job.workers);
  const kernel = await loadKernel(job.kernelId);
  // Imported here because it takes longer than to start a child: whoever runs another mode does not pay for it.
  const { execaNode } = await import('execa');
  const assignment = assignmentOf(job);
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const children: ChildProcess[] = [];
  const kill = async (): Promise<void> => {
    for (const child of children) child.kill();
    await Promise.all(children.map(({ gone }) => gone));
  };
  const lifecycle = new Lifecycle(kill);
  const onEnd = (error: CrossoverError): void => {
    lifecycle.lose(error);
    // The others have no use any more, and nobody should have to wait for them.
    for (const child of children) child.kill();
  };

  // Where workers are divided among processes, they are threads of these.
  const [name, count] = job.processes === undefined ? ['worker', job.workers] : ['process', job.processes];
  const began = now();
  for (let index = 0; index < count; index++) {
    children.push(new ChildProcess(execaNode, entry, `${name} ${index + 1} of ${count}`, onEnd));
  }
  try {
    await Promise.all(children.map(({ peer }) => peer.next('up')));
    const spawned = now();
    for (const child of children) child.send({ kind: 'bind', assignment });
    await Promise.all(children.map(({ peer }) => peer.next('bound')));
    const startup = { spawn: nanoseconds(spawned - began), load: nanoseconds(now() - spawned) };
    const { chunksPerWorker } = laneOf(job.lane);
    const distribution = new Distribution(
      kernel,
      { ...job, workers: count },
      views,
      children,
      chunksPerWorker,
    );
    return {
      workers: job.workers,
      waitPolicy: 'park',
      pinned: false,
      startup,
      views,
      pids: children.map(({ pid }) => pid!),
      run: () => lifecycle.operation(() => distribution.operate()),
      empty: () =>
        lifecycle.operation(async () => {
          await ask(children, 'nothing');
        }),
      cpuTime: async () => {
        const used = await ask(children, 'cpu-time');
        return nanoseconds(used.reduce((sum, { cpu }) => sum + cpu, Number(ownCpuTime())));
      },
      peakMemory: async () => {
        const used = await ask(children, 'memory');
        return used.reduce((sum, { memory }) => sum + memory.peak, await ownPeakMemory());
      },
      proportionalMemory: async () => {
        const used = await ask(children, 'memory');
        return sumOfMemory([await ownProportionalMemory(), ...used.map(({ memory }) => memory.proportional)]);
      },
      counters: async () => {
        const [counted, own] = await Promise.all([ask(children, 'counters'), ownCounters()]);
        return sumOfCounters([own, ...counted.map(({ counters }) => counters)]);
      },
      collectGarbage: async () => {
        collectGarbage();
        await ask(children, 'collect');
      },
      close: () => lifecycle.close(),
    };
  } catch (error) {
    await lifecycle.close();
    throw error;
  }
}

/** Asks every child the same about itself. */
function ask<Kind extends SelfRequest['kind']>(
  children: readonly ChildProcess[],
  kind: Kind,
): Promise<readonly Extract<Reply, { kind: Kind }>[]> {
  return Promise.all(
    children.map((child) => {
      child.send({ kind });
      return child.peer.next(kind);
    }),
  );
}
