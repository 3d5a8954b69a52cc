import { bytes, CrossoverError, nanoseconds } from '@crossover/model';
import { fillArena } from './binding.ts';
import { Lifecycle } from './lifecycle.ts';
import { checkWorkers } from './worker-count.ts';
import type { Executor, ExecutorCounters, Failure, Job, Mode } from '@crossover/model';
import type { Nanoseconds, OperationPhases, OperationTimes, StartupPhases, Views } from '@crossover/model';

/** A clock that only moves when it is told to. */
export interface VirtualClock {
  readonly now: () => Nanoseconds;
  /** Lets so many nanoseconds pass. */
  readonly advance: (duration: number) => void;
}

export function virtualClock(): VirtualClock {
  let time = 0;
  return {
    now: () => nanoseconds(time),
    advance: (duration) => {
      time += nanoseconds(duration);
    },
  };
}

/** What happens in a fake mode. Operations are counted from 0, anew in every executor. */
export interface FakeScript {
  /** Wall time of an operation in nanoseconds: warm-up, drift and noise are a matter of this function. */
  readonly wall: (operation: number, job: Job) => number;
  /** Wall time of an operation without items in nanoseconds; 0 when absent. */
  readonly floor?: number;
  /** CPU time of an operation in nanoseconds; wall × workers when absent. */
  readonly cpu?: (operation: number, job: Job) => number;
  /** Shares of the wall time that other phases have; the rest is compute. */
  readonly shares?: Readonly<Partial<Record<Exclude<keyof OperationPhases, 'compute'>, number>>>;
  /** Shares of the wall time of an operation that its passes take; one pass takes all when absent. */
  readonly passes?: readonly number[];
  /** Fills the outputs; when absent they stay as they were. */
  readonly write?: (views: Views, operation: number) => void;
  /** The failure that an operation ends in, after its wall time. */
  readonly failure?: (operation: number) => Failure | undefined;
  /** What starting takes; nothing when absent. */
  readonly startup?: StartupPhases;
  /** The failure that starting ends in. */
  readonly startFailure?: Failure;
  /** In bytes; 0 when absent. */
  readonly peakMemory?: number;
  /** In bytes; what a platform says that does not tell when absent. */
  readonly proportionalMemory?: number;
  /** Its counters after so many operations; none when absent. */
  readonly counters?: (operations: number) => ExecutorCounters;
  /** Called when garbage is to be collected, after so many operations. */
  readonly collect?: (operations: number) => void;
}

/** A mode that runs by arithmetic on a virtual clock, so that what measures can be tested without waiting. */
export function fakeMode(clock: VirtualClock, script: FakeScript): Mode {
  return {
    id: 'fake',
    title: 'fake',
    order: 0,
    standing: 'standard',
    parallel: true,
    counting: 'number',
    placements: [],
    unavailable: async () => undefined,
    start: (job) => startFake(clock, script, job),
  };
}

function timesOf({ shares = {}, passes = [1] }: FakeScript, wall: number): OperationTimes {
  const computing = 1 - Object.values(shares).reduce((sum, share) => sum + share, 0);
  const time = (share = 0): Nanoseconds => nanoseconds(wall * share);
  return {
    encode: time(shares.encode),
    place: time(shares.place),
    dispatch: time(shares.dispatch),
    compute: time(computing),
    marshal: time(shares.marshal),
    transport: time(shares.transport),
    wait: time(shares.wait),
    collect: time(shares.collect),
    passes: passes.map(time),
  };
}

const AT_ONCE: StartupPhases = { spawn: nanoseconds(0), load: nanoseconds(0) };

async function startFake(clock: VirtualClock, script: FakeScript, job: Job): Promise<Executor> {
  checkWorkers(job.workers);
  const startup = script.startup ?? AT_ONCE;
  clock.advance(startup.spawn + startup.load);
  if (script.startFailure !== undefined) throw new CrossoverError(script.startFailure);
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const lifecycle = new Lifecycle(async () => {});
  let operations = 0;
  let cpu = 0;
  const operate = async (): Promise<OperationTimes> => {
    const operation = operations++;
    const wall = script.wall(operation, job);
    clock.advance(wall);
    cpu += script.cpu?.(operation, job) ?? wall * job.workers;
    const failure = script.failure?.(operation);
    if (failure !== undefined) throw new CrossoverError(failure);
    script.write?.(views, operation);
    return timesOf(script, wall);
  };
  return {
    workers: job.workers,
    waitPolicy: job.waitPolicy ?? 'park',
    pinned: job.pinned ?? false,
    startup,
    views,
    run: () => lifecycle.operation(operate),
    empty: () =>
      lifecycle.operation(async () => {
        clock.advance(script.floor ?? 0);
      }),
    cpuTime: async () => nanoseconds(cpu),
    peakMemory: async () => script.peakMemory ?? 0,
    proportionalMemory: async () =>
      script.proportionalMemory === undefined ? undefined : bytes(script.proportionalMemory),
    counters: async () => script.counters?.(operations) ?? {},
    collectGarbage: async () => script.collect?.(operations),
    replaced: () => lifecycle.replaced,
    close: () => lifecycle.close(),
  };
}
