import type { Schedule } from './schedule.ts';

/** A range of items `[start, end)`. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** A number that all workers of a sweep count up together, from 0: how much of it has been taken. */
export interface Cursor {
  readonly value: () => number;
  /** Counts up, and gives what it was before. */
  readonly add: (more: number) => number;
  /** Sets it if it still is what was expected; gives whether it was. */
  readonly replace: (expected: number, value: number) => boolean;
}

/** Who claims a chunk. */
export interface Claimant {
  /** Counted from 0. */
  readonly worker: number;
  /** How many chunks of the sweep it has had. */
  readonly taken: number;
}

/** Takes the next chunk of a sweep, as the schedule cuts it; undefined when none is left for that worker. */
export function claim(schedule: Schedule, cursor: Cursor, claimant: Claimant): Chunk | undefined {
  switch (schedule.chunking) {
    case 'static':
      return claimStatic(schedule, claimant);
    case 'fixed':
      return claimFixed(schedule, cursor);
    case 'guided':
      return claimGuided(schedule, cursor);
  }
}

/** Each worker has one contiguous share, the same in every sweep. Nobody asks anybody. */
function claimStatic({ items, workers }: Schedule, { worker, taken }: Claimant): Chunk | undefined {
  if (taken > 0) return undefined;
  const start = Math.floor((items * worker) / workers);
  const end = Math.floor((items * (worker + 1)) / workers);
  return start < end ? { start, end } : undefined;
}

/** Equal chunks, in order; the cursor counts them. */
function claimFixed({ items, chunkSize }: Schedule, cursor: Cursor): Chunk | undefined {
  const start = cursor.add(1) * chunkSize;
  return start < items ? { start, end: Math.min(items, start + chunkSize) } : undefined;
}

/**
 * Half of what every worker would get of what is left; the cursor counts items. So few claims are made while much is
 * left, and what the last ones take is small (Polychronopoulos and Kuck, Guided self-scheduling, 1987, halved).
 */
function claimGuided({ items, workers, chunkSize }: Schedule, cursor: Cursor): Chunk | undefined {
  for (let start = cursor.value(); start < items; start = cursor.value()) {
    const size = Math.max(chunkSize, Math.ceil((items - start) / (2 * workers)));
    const end = Math.min(items, start + size);
    if (cursor.replace(start, end)) return { start, end };
  }
  return undefined;
}

/** A cursor of workers that take turns in one thread. */
export function localCursor(): Cursor {
  let taken = 0;
  return {
    value: () => taken,
    add: (more) => {
      const before = taken;
      taken += more;
      return before;
    },
    replace: (expected, value) => {
      if (taken !== expected) return false;
      taken = value;
      return true;
    },
  };
}

/** A cursor in memory that threads or processes share. */
export function sharedCursor(words: Int32Array, index: number): Cursor {
  return {
    value: () => Atomics.load(words, index),
    add: (more) => Atomics.add(words, index, more),
    replace: (expected, value) => Atomics.compareExchange(words, index, expected, value) === expected,
  };
}
