import { closeSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { addonUnavailable, loadAddon } from './addon.ts';
import { openNameless } from './nameless-file.ts';
import type { Unavailable } from '@crossover/model';

/** A file system that lies in memory, where Linux has one. */
const IN_MEMORY = '/dev/shm';

/**
 * Memory that several processes have at once: a file, which each of them has as a SharedArrayBuffer. Atomics on it are
 * exact across processes; only `Atomics.wait` knows no other process than its own, and `futexWait` stands in for it.
 * It stays as long as any process has the buffer. No folder lists the file, so that nothing is left however they end.
 */
export class SharedMapping {
  /** Where the others find it until it is sealed. */
  readonly path: string;
  readonly buffer: SharedArrayBuffer;
  /** Its descriptor, in the process that has made it. */
  #file: number | undefined;

  private constructor(path: string, buffer: SharedArrayBuffer, file?: number) {
    this.path = path;
    this.buffer = buffer;
    this.#file = file;
  }

  /**
   * A new one, filled with zeros, in memory if there is room and else among the temporary files. All of it is allocated:
   * where there is no room, that is an error now.
   * @param folders where to try it, in this order
   * @throws Error that says for each folder why it cannot be had there.
   */
  static create(bytes: number, folders: readonly string[] = [IN_MEMORY, tmpdir()]): SharedMapping {
    const problem = loadAddon().sharedMemoryProblem();
    if (problem !== null) throw new Error(problem);
    const problems: string[] = [];
    for (const folder of folders.filter((candidate) => existsSync(candidate))) {
      try {
        return SharedMapping.#createIn(folder, bytes);
      } catch (error) {
        problems.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const why = problems.length === 0 ? `no such folder: ${folders.join(', ')}` : problems.join('; ');
    throw new Error(`no room for ${bytes} bytes that processes share (${why})`);
  }

  static #createIn(folder: string, bytes: number): SharedMapping {
    const file = openNameless(folder);
    try {
      // What has no name can still be opened by way of the process that has it open (man 5 proc_pid_fd).
      const path = `/proc/${process.pid}/fd/${file}`;
      return new SharedMapping(path, loadAddon().mapNewFile(path, bytes), file);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  /**
   * One that another process has created.
   * @throws Error when there is no such file.
   */
  static open(path: string): SharedMapping {
    return new SharedMapping(path, loadAddon().mapFile(path));
  }

  /** From now on nobody can open it any more; for the process that has made it. Safe to call twice. */
  seal(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** Why memory cannot be shared between processes here, or undefined when it can. */
export async function sharedMappingUnavailable(): Promise<Unavailable | undefined> {
  const missing = await addonUnavailable();
  if (missing !== undefined) return missing;
  const reason = loadAddon().sharedMemoryProblem();
  return reason === null
    ? undefined
    : { reason, remedy: 'use Linux with the Node that this repository pins' };
}
