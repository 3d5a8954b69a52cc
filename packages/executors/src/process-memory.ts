import { SharedMapping } from '@crossover/addon';
import { CrossoverError } from '@crossover/model';
import { blockBytes } from './control-block.ts';
import type { Job } from '@crossover/model';
import type { BlockShape } from './control-block.ts';

/** The control block starts on a page of its own. */
const PAGE_BYTES = 4_096;

/** An arena and a control block in memory that processes share. */
export interface SharedMemory {
  readonly mapping: SharedMapping;
  /** The arena is at its start. */
  readonly arena: SharedArrayBuffer;
  /** Of the control block. */
  readonly words: Int32Array;
}

/** @throws CrossoverError `mode-unavailable` when there is no room for it. */
export function createSharedMemory({ layout }: Pick<Job, 'layout'>, shape: BlockShape): SharedMemory {
  const bytes = blockStart(layout.byteLength) + blockBytes(shape);
  try {
    return memoryIn(SharedMapping.create(bytes), layout.byteLength, shape);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = 'make room, or leave out this placement';
    throw new CrossoverError({ code: 'mode-unavailable', message, hint }, error);
  }
}

/**
 * The same memory in another process.
 * @throws Error when its file has no name any more.
 */
export function openSharedMemory(
  path: string,
  { layout }: Pick<Job, 'layout'>,
  shape: BlockShape,
): SharedMemory {
  return memoryIn(SharedMapping.open(path), layout.byteLength, shape);
}

function memoryIn(mapping: SharedMapping, arenaBytes: number, shape: BlockShape): SharedMemory {
  const arena = mapping.buffer;
  const length = blockBytes(shape) / Int32Array.BYTES_PER_ELEMENT;
  return { mapping, arena, words: new Int32Array(arena, blockStart(arenaBytes), length) };
}

function blockStart(arenaBytes: number): number {
  return Math.ceil(arenaBytes / PAGE_BYTES) * PAGE_BYTES;
}
