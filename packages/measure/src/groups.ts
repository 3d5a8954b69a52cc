import type { PlannedCell, Settings } from '@crossover/model';

/** Memory of a Node process with a lane and its JIT code, as seen on Linux and rounded up, in bytes. */
const PROCESS_BYTES = 150e6;

/** How often the inputs are in memory in each process: as made, in the arena, as encoded; and outputs come on top. */
const COPIES = 4;

/** Of the memory that is free, all trials of a group together may take half. */
const MEMORY_SHARE = 0.5;

export interface GroupOptions {
  readonly settings: Pick<Settings, 'waitPolicy'>;
  readonly inputBytes: number;
  /** Memory that is free, in bytes. */
  readonly freeBytes: number;
}

/**
 * How many trials of a kernel may be alive at the same time, so that their samples can be taken by turns: all that fit into
 * memory. One, if workers that have nothing to do keep a core busy: they would disturb everyone else.
 */
export function groupSize(
  cells: readonly Pick<PlannedCell, 'workers' | 'processes'>[],
  { settings, inputBytes, freeBytes }: GroupOptions,
): number {
  if (settings.waitPolicy === 'spin') return 1;
  const largest = Math.max(...cells.map((cell) => bytesOf(cell, inputBytes)));
  return Math.max(1, Math.floor((MEMORY_SHARE * freeBytes) / largest));
}

/** A guess from above: threads may have inputs of their own as children have. */
function bytesOf(
  { workers, processes }: Pick<PlannedCell, 'workers' | 'processes'>,
  inputBytes: number,
): number {
  const holders = 1 + Math.max(workers, processes ?? 1);
  return holders * (PROCESS_BYTES + COPIES * inputBytes);
}

/** The same, in their order, so many at a time. */
export function chunksOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / size);
  return Array.from({ length: count }, (_, chunk) => all.slice(chunk * size, (chunk + 1) * size));
}
