import { begin, computed, idled, marshalled } from './phase-clock.ts';
import { claim, localCursor } from './claim.ts';
import { passOf } from './schedule.ts';
import type { BoundKernel } from '@crossover/model';
import type { Busy } from './phase-clock.ts';
import type { Chunk } from './claim.ts';
import type { Schedule } from './schedule.ts';

/** How a worker shares the chunks of each sweep with the others. */
export interface Sharing {
  /**
   * Takes the next chunk of the sweep; undefined when none is left for it.
   * @param taken how many it has had
   */
  readonly claim: (schedule: Schedule, taken: number) => Chunk | undefined;
  /** Waits until every worker has finished the sweep. False when the operation is to be given up. */
  readonly barrier: () => boolean;
}

/**
 * Executes a worker's share of one operation. To claim a chunk belongs to what is done with it: to computing, or to
 * copying where there is something to copy.
 */
export function runPasses(bound: BoundKernel, schedule: Schedule, sharing: Sharing, busy: Busy): void {
  begin(busy);
  for (let sweep = 0; sweep < schedule.sweeps; sweep++) {
    const pass = passOf(schedule, sweep);
    let taken = 0;
    let chunk = sharing.claim(schedule, taken);
    if (chunk !== undefined) enterPass(bound, pass, busy);
    while (chunk !== undefined) {
      runChunk(bound, pass, chunk, busy);
      chunk = sharing.claim(schedule, ++taken);
    }
    if (sweep + 1 === schedule.sweeps) return;
    const going = sharing.barrier();
    idled(busy);
    if (!going) return;
  }
}

/** Prepares a worker that has begun for a pass, before its first chunk of it. */
export function enterPass(bound: BoundKernel, pass: number, busy: Busy): void {
  if (bound.inPlace) return;
  bound.enter(pass);
  marshalled(busy, pass);
}

/** Executes one chunk of a pass, by a worker that has begun: what every mode comes down to. */
export function runChunk(bound: BoundKernel, pass: number, { start, end }: Chunk, busy: Busy): void {
  if (bound.inPlace) {
    bound.run(pass, start, end);
    computed(busy, pass);
    return;
  }
  bound.load(pass, start, end);
  marshalled(busy, pass);
  bound.run(pass, start, end);
  computed(busy, pass);
  bound.store(pass, start, end);
  marshalled(busy, pass);
}

/** A worker that has all chunks to itself. */
export function alone(): Sharing {
  let cursor = localCursor();
  return {
    claim: (schedule, taken) => claim(schedule, cursor, { worker: 0, taken }),
    barrier: () => {
      cursor = localCursor();
      return true;
    },
  };
}
