import type { Chunking, Job, KernelSpec } from '@crossover/model';

/**
 * How many chunks there are for each worker: of equal ones enough that uneven items even out; of shrinking ones so many
 * if all were as small as the last.
 */
const CHUNKS_PER_WORKER: Readonly<Record<Chunking, number>> = { static: 1, fixed: 16, guided: 64 };

/**
 * How an operation divides: into sweeps, one after the other with a barrier in between, and each sweep into
 * chunks, which any worker may take. A sweep is one pass over all items.
 */
export interface Schedule {
  readonly items: number;
  readonly workers: number;
  readonly chunking: Chunking;
  /** Items per chunk where all are equal, and in the smallest where they are not; the last one may have fewer. */
  readonly chunkSize: number;
  readonly passes: number;
  /** Passes × rounds. */
  readonly sweeps: number;
}

/**
 * The schedule of a kernel, the same in every mode with the same number of workers.
 * @param chunksPerWorker what the lane wants; enough to even out when absent
 */
export function scheduleOf(
  kernel: KernelSpec,
  {
    parameters,
    layout,
    workers,
    chunking = 'fixed',
  }: Pick<Job, 'parameters' | 'layout' | 'workers' | 'chunking'>,
  chunksPerWorker: number = CHUNKS_PER_WORKER[chunking],
): Schedule {
  const { items } = layout;
  const chunks = chunking === 'static' ? 1 : chunksPerWorker;
  const chunkSize = Math.max(1, Math.ceil(items / (workers * chunks)));
  const passes = kernel.passes.length;
  const rounds = kernel.rounds?.(parameters) ?? 1;
  return { items, workers, chunking, chunkSize, passes, sweeps: passes * rounds };
}

/** The pass that a sweep executes: all passes in order, and again. */
export function passOf(schedule: Schedule, sweep: number): number {
  return sweep % schedule.passes;
}

/** The same schedule where there is nothing to do. */
export function withoutItems(schedule: Schedule): Schedule {
  return { ...schedule, items: 0 };
}
