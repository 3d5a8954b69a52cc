import type { Job, KernelSpec } from '@crossover/model';

/** How many chunks there are for each worker: enough that uneven items even out. */
const CHUNKS_PER_WORKER = 16;

/**
 * How an operation divides: into sweeps, one after the other with a barrier in between, and each sweep into
 * chunks, which any worker may take. A sweep is one pass over all items.
 */
export interface Schedule {
  readonly items: number;
  /** Items per chunk; the last one may have fewer. */
  readonly chunkSize: number;
  /** Chunks per sweep. */
  readonly chunks: number;
  readonly passes: number;
  /** Passes × rounds. */
  readonly sweeps: number;
}

/** A range of items `[start, end)`. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/**
 * The schedule of a kernel, the same in every mode with the same number of workers.
 * @param chunksPerWorker what the lane wants; enough to even out when absent
 */
export function scheduleOf(
  kernel: KernelSpec,
  { parameters, layout, workers }: Pick<Job, 'parameters' | 'layout' | 'workers'>,
  chunksPerWorker: number = CHUNKS_PER_WORKER,
): Schedule {
  const { items } = layout;
  const chunkSize = Math.max(1, Math.ceil(items / (workers * chunksPerWorker)));
  const passes = kernel.passes.length;
  const rounds = kernel.rounds?.(parameters) ?? 1;
  return { items, chunkSize, chunks: Math.ceil(items / chunkSize), passes, sweeps: passes * rounds };
}

/** The pass that a sweep executes: all passes in order, and again. */
export function passOf(schedule: Schedule, sweep: number): number {
  return sweep % schedule.passes;
}

/** The items of a chunk, counted from 0. */
export function chunkAt({ items, chunkSize }: Schedule, index: number): Chunk {
  const start = index * chunkSize;
  return { start, end: Math.min(items, start + chunkSize) };
}

/** The same schedule where there is nothing to do. */
export function withoutItems(schedule: Schedule): Schedule {
  return { ...schedule, items: 0, chunks: 0 };
}
