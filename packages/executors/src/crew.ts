import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { CrossoverError } from '@crossover/model';
import { operationTimes } from './operation-times.ts';
import { now } from './phase-clock.ts';
import type { OperationTimes } from '@crossover/model';
import type { ControlBlock, Task } from './control-block.ts';
import type { Reply, SelfRequest } from './protocol.ts';
import type { Recipient } from './distribution.ts';

/**
 * How long the calling thread may be blocked at a stretch, in milliseconds. In between its event loop turns, which is
 * when it learns that a worker has ended, and that it is to be closed.
 */
const SLICE_MS = 20;

/** The parent's side of a control block: workers that wait at it, threads or processes. */
export class Crew {
  readonly #block: ControlBlock;
  readonly #members: readonly Recipient[];
  /** Number of the last task. */
  #generation = 0;

  constructor(block: ControlBlock, members: readonly Recipient[]) {
    this.#block = block;
    this.#members = members;
  }

  /**
   * Has all workers run an operation. What is done within a slice needs no promise.
   * @throws CrossoverError when a kernel throws, or everybody was told to leave.
   */
  operate(): OperationTimes | Promise<OperationTimes> {
    const start = now();
    const done = this.#perform('operation');
    return done === true ? this.#times(start) : done.then(() => this.#times(start));
  }

  /** Has all workers say that there is nothing to do. */
  empty(): void | Promise<void> {
    const done = this.#perform('nothing');
    return done === true ? undefined : done;
  }

  /** Asks every worker the same about itself. */
  async ask<Kind extends SelfRequest['kind']>(
    kind: Kind,
  ): Promise<readonly Extract<Reply, { kind: Kind }>[]> {
    for (const member of this.#members) member.send({ kind });
    await this.#perform('message');
    return await Promise.all(this.#members.map(({ peer }) => peer.next(kind)));
  }

  /** Those who have not finished the last task. */
  awaited(): readonly string[] {
    return this.#members
      .filter((_, worker) => this.#generation > 0 && !this.#block.finished(worker, this.#generation))
      .map(({ peer }) => peer.where);
  }

  /** Has everybody leave, wherever they wait. */
  stop(): void {
    this.#block.stop();
  }

  /** True when it is done already, and well. */
  #perform(task: Task): true | Promise<void> {
    const completed = this.#block.completed;
    this.#generation = this.#block.dispatch(task);
    if (!this.#block.awaitCompletion(completed, SLICE_MS)) return this.#waitOn(completed);
    return this.#wentWell() || this.#explain();
  }

  async #waitOn(completed: number): Promise<void> {
    do await eventLoopTurn();
    while (!this.#block.awaitCompletion(completed, SLICE_MS));
    if (!this.#wentWell()) await this.#explain();
  }

  #wentWell(): boolean {
    return !this.#block.lost;
  }

  /** @throws CrossoverError always */
  async #explain(): Promise<void> {
    if (this.#block.stopped) {
      throw new CrossoverError({ code: 'worker-ended', message: 'the workers were stopped' });
    }
    // A worker whose kernel threw has posted why; every such message must be taken before the next operation.
    const failed = this.#members.filter((_, worker) => this.#block.failed(worker));
    await Promise.all(failed.map(({ peer }) => peer.next('done')));
  }

  #times(start: number): OperationTimes {
    const end = now();
    const shares = this.#members.map((_, worker) => this.#block.busyOf(worker));
    return operationTimes({ start, end }, shares);
  }
}
