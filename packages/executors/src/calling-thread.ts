import { nanoseconds } from '@crossover/model';
import { bindKernel, fillArena, kernelError } from './binding.ts';
import { collectGarbage } from './collection-clock.ts';
import { Lifecycle } from './lifecycle.ts';
import { operationTimes } from './operation-times.ts';
import { notYetBusy, now } from './phase-clock.ts';
import { ownCounters } from './process-counters.ts';
import { withoutItems } from './schedule.ts';
import { ownCpuTime, ownPeakMemory, ownProportionalMemory } from './resource-usage.ts';
import type { Executor, Job, OperationTimes } from '@crossover/model';
import type { Binding } from './binding.ts';
import type { Busy } from './phase-clock.ts';

/**
 * Executes an operation in this thread, and adds what it spends to `busy`. Where it does not turn the event loop, it
 * returns nothing to wait for, which would take time.
 */
export type Operate = (binding: Binding, busy: Busy) => void | Promise<void>;

/** Starts an executor of a mode that computes in the calling thread. */
export async function startInCallingThread(job: Job, operate: Operate): Promise<Executor> {
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const started = now();
  const binding = await bindKernel(job, arena);
  const load = nanoseconds(now() - started);
  const lifecycle = new Lifecycle(async () => {});
  const explain = (error: unknown): never => {
    throw kernelError(job, error);
  };
  // Called with every operation: no more promises than there are things to wait for.
  const execute = (subject: Binding): OperationTimes | Promise<OperationTimes> => {
    const busy = notYetBusy();
    const start = now();
    const times = (): OperationTimes => operationTimes({ start, end: now() }, [busy]);
    try {
      const done = operate(subject, busy);
      return done === undefined ? times() : done.then(times, explain);
    } catch (error) {
      return explain(error);
    }
  };
  const empty: Binding = { ...binding, schedule: withoutItems(binding.schedule) };
  return {
    workers: job.workers,
    waitPolicy: 'park',
    pinned: false,
    startup: { spawn: nanoseconds(0), load },
    views,
    run: () => lifecycle.operation(() => execute(binding)),
    empty: () =>
      lifecycle.operation(async () => {
        await execute(empty);
      }),
    cpuTime: async () => ownCpuTime(),
    peakMemory: ownPeakMemory,
    proportionalMemory: ownProportionalMemory,
    counters: ownCounters,
    collectGarbage: async () => collectGarbage(),
    replaced: () => lifecycle.replaced,
    close: () => lifecycle.close(),
  };
}
