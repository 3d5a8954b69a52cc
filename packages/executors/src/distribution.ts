import { CrossoverError } from '@crossover/model';
import { kernelError } from './binding.ts';
import { inMessages } from './carriage.ts';
import { MessageClock } from './message-clock.ts';
import { Holdings, packOwn, packWhole, trafficOf } from './parcel.ts';
import { operationTimes } from './operation-times.ts';
import { join, notYetBusy, now } from './phase-clock.ts';
import { claim, localCursor } from './claim.ts';
import { passOf, scheduleOf } from './schedule.ts';
import type { Job, KernelSpec, OperationTimes, Views } from '@crossover/model';
import type { Carriage } from './carriage.ts';
import type { Parcel, Traffic } from './parcel.ts';
import type { Peer } from './peer.ts';
import type { Busy } from './phase-clock.ts';
import type { Request } from './protocol.ts';
import type { Chunk } from './claim.ts';
import type { Moving } from './operation-times.ts';
import type { Schedule } from './schedule.ts';

/** Chunks that a child has at a time: while it works on one, the next is on its way. */
const IN_FLIGHT = 2;

/** Where chunks can be sent, and where the answers arrive. */
export interface Recipient {
  readonly peer: Peer;
  readonly send: (request: Request) => void;
}

interface Terms {
  /** What the lane wants, if it does. */
  readonly chunksPerWorker?: number | undefined;
  /** How the phase is called that sending is. */
  readonly sentIn: Moving['sentIn'];
  /** How what chunks read and write gets to and fro; in the messages when absent. */
  readonly carriage?: Carriage;
}

/** Runs operations by sending each chunk, with what it reads, to whichever child has room for one. */
export class Distribution {
  readonly #job: Job;
  readonly #views: Views;
  readonly #children: readonly Recipient[];
  readonly #schedule: Schedule;
  readonly #traffic: readonly Traffic[];
  readonly #holdings = new Holdings();
  readonly #sentIn: Moving['sentIn'];
  readonly #carriage: Carriage;
  #clock = new MessageClock();

  /** @param views on the parent's arena */
  constructor(
    kernel: KernelSpec,
    job: Job,
    views: Views,
    children: readonly Recipient[],
    { chunksPerWorker, sentIn, carriage = inMessages }: Terms,
  ) {
    this.#job = job;
    this.#views = views;
    this.#children = children;
    this.#schedule = scheduleOf(kernel, job, chunksPerWorker);
    this.#traffic = trafficOf(kernel, job.layout);
    this.#sentIn = sentIn;
    this.#carriage = carriage;
  }

  /** @throws CrossoverError when a kernel throws or a child ends; all other children are idle again then. */
  async operate(): Promise<OperationTimes> {
    this.#holdings.reset();
    this.#carriage.begin();
    const busy = this.#children.map(notYetBusy);
    this.#clock = new MessageClock();
    const start = now();
    for (let sweep = 0; sweep < this.#schedule.sweeps; sweep++) {
      await this.#cover(passOf(this.#schedule, sweep), busy);
    }
    const end = now();
    return operationTimes({ start, end }, busy, { ...this.#clock.stop(end), sentIn: this.#sentIn });
  }

  async #cover(pass: number, busy: readonly Busy[]): Promise<void> {
    const failures: unknown[] = [];
    const cursor = localCursor();
    const taken = this.#children.map(() => 0);
    const serve = async (child: number): Promise<void> => {
      while (failures.length === 0) {
        const chunk = claim(this.#schedule, cursor, { worker: child, taken: taken[child]! });
        if (chunk === undefined) return;
        const first = taken[child]!++ === 0;
        join(busy[child]!, pass, await this.#execute(child, pass, chunk, first));
      }
    };
    // The children in turn, so that each has one chunk before any has two.
    const turns = Array.from({ length: IN_FLIGHT * this.#children.length }, async (_, turn) => {
      try {
        await serve(turn % this.#children.length);
      } catch (error) {
        failures.push(error);
      }
    });
    await Promise.all(turns);
    if (failures.length > 0) throw failures[0];
    this.#holdings.change(this.#traffic[pass]!.writes);
    this.#carriage.passed(this.#traffic[pass]!);
  }

  async #execute(child: number, pass: number, chunk: Chunk, first: boolean): Promise<Busy> {
    const recipient = this.#children[child]!;
    const { wholes, owns } = this.#traffic[pass]!;
    const lacking = first ? this.#holdings.complete(child, wholes) : [];
    this.#clock.send(() => {
      const parcels = [...packWhole(this.#views, lacking), ...this.#ownParts(child, owns, chunk)];
      recipient.send({ kind: 'chunk', ...chunk, pass, first, ...this.#carriage.give(parcels) });
    });
    const reply = await recipient.peer.next('done');
    this.#clock.answered();
    this.#carriage.take(reply, this.#views);
    return reply.busy;
  }

  /** @throws CrossoverError when a kernel says of its items that they lie where there is nothing. */
  #ownParts(child: number, regions: readonly string[], chunk: Chunk): readonly Parcel[] {
    try {
      return packOwn(this.#job.layout, this.#views, regions, chunk);
    } catch (error) {
      const { failure } = kernelError(this.#job, error);
      throw new CrossoverError({ ...failure, where: this.#children[child]!.peer.where }, error);
    }
  }
}
