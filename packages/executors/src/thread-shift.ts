import { nanoseconds } from '@crossover/model';
import { bindKernel } from './binding.ts';
import { blockBytes, ControlBlock } from './control-block.ts';
import { Crew } from './crew.ts';
import { atomicsParking } from './parking.ts';
import { now } from './phase-clock.ts';
import { WorkerThread } from './worker-thread.ts';
import type { CrossoverError, StartupPhases } from '@crossover/model';
import type { Shift } from './shifts.ts';
import type { ThreadData } from './protocol.ts';

/** How long threads may take to leave by themselves before they are terminated, in milliseconds. */
const GRACE_MS = 2_000;

/** What all threads of a shift are created with. */
export type TeamData = Omit<ThreadData, 'index' | 'control' | 'core'>;

/** Worker threads at a control block of their own. */
export class ThreadShift implements Shift {
  readonly ready: Promise<StartupPhases>;
  readonly crew: Crew;
  readonly #threads: readonly WorkerThread[];
  /** Before they are bound, they do not look at the block, and are terminated at once. */
  #graceMs = 0;
  #ended: Promise<void> | undefined;

  /**
   * @param entry what they run
   * @param passes of the kernel
   * @param firstCore number of the first of them, where they are pinned
   */
  constructor(
    entry: URL,
    data: TeamData,
    { passes, firstCore }: { readonly passes: number; readonly firstCore?: number },
    lose: (error: CrossoverError) => void,
  ) {
    const shape = { workers: data.assignment.workers, passes };
    const control = new SharedArrayBuffer(blockBytes(shape));
    const waiting = { parking: atomicsParking, policy: data.waitPolicy };
    const began = now();
    this.#threads = Array.from({ length: shape.workers }, (_, index) => {
      const core = firstCore === undefined ? {} : { core: firstCore + index };
      return new WorkerThread(entry, { ...data, ...core, index, control }, lose);
    });
    this.crew = new Crew(new ControlBlock(shape, new Int32Array(control), waiting), this.#threads);
    this.ready = this.#start(data, began);
  }

  awaited(): readonly string[] {
    const silent = this.#threads.filter(({ peer }) => peer.awaited).map(({ peer }) => peer.where);
    return silent.length > 0 ? silent : this.crew.awaited();
  }

  /** Lets the threads leave by themselves, and terminates those that do not. */
  end(): Promise<void> {
    this.#ended ??= this.#leave();
    return this.#ended;
  }

  async #start({ assignment, arena }: TeamData, began: number): Promise<StartupPhases> {
    // An addon must be loaded in the main thread before any other thread loads it.
    const bound = bindKernel(assignment, arena);
    await Promise.all([bound, ...this.#threads.map(({ peer }) => peer.next('up'))]);
    const spawned = now();
    for (const thread of this.#threads) thread.send({ kind: 'bind', assignment });
    await Promise.all(this.#threads.map(({ peer }) => peer.next('bound')));
    this.#graceMs = GRACE_MS;
    return { spawn: nanoseconds(spawned - began), load: nanoseconds(now() - spawned) };
  }

  async #leave(): Promise<void> {
    this.crew.stop();
    const timer = setTimeout(() => {
      for (const thread of this.#threads) thread.terminate();
    }, this.#graceMs);
    await Promise.all(this.#threads.map(({ gone }) => gone));
    clearTimeout(timer);
  }
}
