import { nanoseconds } from '@crossover/model';
import { bindKernel } from './binding.ts';
import { now } from './phase-clock.ts';
import { WorkerThread } from './worker-thread.ts';
import type { CrossoverError, StartupPhases } from '@crossover/model';
import type { Shift } from './shifts.ts';
import type { ThreadPlacement, ThreadTerms } from './thread-placement.ts';
import type { WorkerCrew } from './worker-crew.ts';

/** Worker threads that work together as a placement has it. */
export class ThreadShift implements Shift {
  readonly ready: Promise<StartupPhases>;
  readonly crew: WorkerCrew;
  readonly #threads: readonly WorkerThread[];
  /** Before they are bound they do not learn that they are to leave, and are terminated at once. */
  #graceMs = 0;
  #ended: Promise<void> | undefined;

  /** @param firstCore number of the first of them, where they are pinned */
  constructor(
    placement: ThreadPlacement,
    firstCore: number | undefined,
    lose: (error: CrossoverError) => void,
  ) {
    const { entry } = placement;
    const terms = placement.begin();
    const began = now();
    this.#threads = Array.from({ length: terms.data.assignment.workers }, (_, index) => {
      const core = firstCore === undefined ? {} : { core: firstCore + index };
      return new WorkerThread(entry, { ...terms.data, ...core, index }, lose);
    });
    this.crew = terms.gather(this.#threads);
    this.ready = this.#start(placement, terms, began);
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

  async #start(
    { means, arena }: ThreadPlacement,
    { data: { assignment }, graceMs }: ThreadTerms,
    began: number,
  ): Promise<StartupPhases> {
    const made = means();
    // An addon must be loaded in the main thread before any other thread loads it.
    const bound = made.then((given) => bindKernel(assignment, arena, given));
    await Promise.all([bound, ...this.#threads.map(({ peer }) => peer.next('up'))]);
    const spawned = now();
    const given = await made;
    for (const thread of this.#threads) {
      thread.send({ kind: 'bind', assignment, ...(given && { means: given }) });
    }
    await Promise.all(this.#threads.map(({ peer }) => peer.next('bound')));
    this.#graceMs = graceMs;
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
