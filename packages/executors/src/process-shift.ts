import { nanoseconds } from '@crossover/model';
import { ChildProcess } from './child-process.ts';
import { now } from './phase-clock.ts';
import type { execaNode } from 'execa';
import type { CrossoverError, StartupPhases } from '@crossover/model';
import type { ProcessPlacement } from './process-placement.ts';
import type { WorkerCrew } from './worker-crew.ts';
import type { Shift } from './shifts.ts';

/** Who the children of a shift are. */
interface Roll {
  /** Which child each is, in the words of a failure. */
  readonly names: readonly string[];
  /** Workers in each child; present where they are pinned. */
  readonly threads?: number;
}

/** Child processes that work together as a placement has it. */
export class ProcessShift implements Shift {
  readonly ready: Promise<StartupPhases>;
  readonly crew: WorkerCrew;
  readonly #children: readonly ChildProcess[];

  constructor(
    execa: typeof execaNode,
    placement: ProcessPlacement,
    roll: Roll,
    lose: (error: CrossoverError) => void,
  ) {
    const began = now();
    this.#children = roll.names.map((name) => new ChildProcess(execa, placement, name, lose));
    this.crew = placement.gather(this.#children);
    this.ready = this.#start(placement, roll, began);
  }

  /** Of those that could be started, in order. */
  get pids(): readonly number[] {
    return this.#children.flatMap(({ pid }) => pid ?? []);
  }

  awaited(): readonly string[] {
    const silent = this.#children.filter(({ peer }) => peer.awaited).map(({ peer }) => peer.where);
    return silent.length > 0 ? silent : this.crew.awaited();
  }

  async end(): Promise<void> {
    this.crew.stop();
    for (const child of this.#children) child.kill();
    await Promise.all(this.#children.map(({ gone }) => gone));
  }

  async #start({ bindRequest }: ProcessPlacement, { threads }: Roll, began: number): Promise<StartupPhases> {
    await Promise.all(this.#children.map(({ peer }) => peer.next('up')));
    const spawned = now();
    for (const [index, child] of this.#children.entries()) {
      const core = threads === undefined ? {} : { core: index * threads };
      child.send({ ...bindRequest(index), ...core });
    }
    await Promise.all(this.#children.map(({ peer }) => peer.next('bound')));
    return { spawn: nanoseconds(spawned - began), load: nanoseconds(now() - spawned) };
  }
}
