import { now, spend } from './phase-clock.ts';
import { chunkAt, passOf } from './schedule.ts';
import type { BoundKernel } from '@crossover/model';
import type { Busy } from './phase-clock.ts';
import type { Chunk, Schedule } from './schedule.ts';

/** How a worker shares the chunks of each sweep with the others. */
export interface Sharing {
  /** Takes the next chunk of the sweep; at or beyond the last when none is left. */
  readonly claim: () => number;
  /** Waits until every worker has finished the sweep. False when the operation is to be given up. */
  readonly barrier: () => boolean;
}

/** Executes a worker's share of one operation. */
export function runPasses(bound: BoundKernel, schedule: Schedule, sharing: Sharing, busy: Busy): void {
  for (let sweep = 0; sweep < schedule.sweeps; sweep++) {
    const pass = passOf(schedule, sweep);
    let index = sharing.claim();
    if (index < schedule.chunks) enterPass(bound, pass, busy);
    for (; index < schedule.chunks; index = sharing.claim()) {
      runChunk(bound, pass, chunkAt(schedule, index), busy);
    }
    if (sweep + 1 < schedule.sweeps && !sharing.barrier()) return;
  }
}

/** Prepares a worker for a pass, before its first chunk of it. */
export function enterPass(bound: BoundKernel, pass: number, busy: Busy): void {
  const start = now();
  bound.enter(pass);
  spend(busy, pass, 0, now() - start);
}

/** Executes one chunk of a pass: what every mode comes down to. */
export function runChunk(bound: BoundKernel, pass: number, { start, end }: Chunk, busy: Busy): void {
  const before = now();
  bound.load(pass, start, end);
  const loaded = now();
  bound.run(pass, start, end);
  const computed = now();
  bound.store(pass, start, end);
  spend(busy, pass, computed - loaded, loaded - before + (now() - computed));
}

/** A worker that has all chunks to itself. */
export function alone(): Sharing {
  let next = 0;
  return {
    claim: () => next++,
    barrier: () => {
      next = 0;
      return true;
    },
  };
}
