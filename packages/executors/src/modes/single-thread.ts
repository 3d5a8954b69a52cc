import { nanoseconds } from '@crossover/model';
import { bindKernel, fillArena, kernelError } from '../binding.ts';
import { collectGarbage } from '../collection-clock.ts';
import { Lifecycle } from '../lifecycle.ts';
import { alone, runPasses } from '../pass-loop.ts';
import { notYetBusy, now, phasesOf } from '../phase-clock.ts';
import { ownCounters } from '../process-counters.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from '../resource-usage.ts';
import { checkWorkers } from '../worker-count.ts';
import type { Executor, Job, Mode } from '@crossover/model';

/** Everything in the calling thread, chunk after chunk: what speed-ups are measured against. */
export const singleThread: Mode = {
  id: 'single-thread',
  title: 'single thread',
  order: 0,
  standing: 'standard',
  parallel: false,
  counting: 'one',
  placements: [],
  inCallingThread: true,
  unavailable: async () => undefined,
  start,
};

async function start(job: Job): Promise<Executor> {
  checkWorkers(job.workers, 1);
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const started = now();
  const { bound, schedule } = await bindKernel(job, arena);
  const load = nanoseconds(now() - started);
  const lifecycle = new Lifecycle(async () => {});
  return {
    workers: 1,
    startup: { spawn: nanoseconds(0), load },
    views,
    run: () =>
      lifecycle.operation(async () => {
        const busy = notYetBusy();
        const began = now();
        try {
          runPasses(bound, schedule, alone(), busy);
        } catch (error) {
          throw kernelError(job, error);
        }
        return phasesOf(now() - began, [busy]);
      }),
    cpuTime: async () => ownCpuTime(),
    peakMemory: ownPeakMemory,
    proportionalMemory: ownProportionalMemory,
    counters: ownCounters,
    collectGarbage: async () => collectGarbage(),
    close: () => lifecycle.close(),
  };
}
