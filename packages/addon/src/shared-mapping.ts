import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addonUnavailable, loadAddon } from './addon.ts';
import type { Unavailable } from '@crossover/model';

/** A file system that lies in memory, where Linux has one. */
const IN_MEMORY = '/dev/shm';

/**
 * Memory that several processes have at once: a file, which each of them has as a SharedArrayBuffer. Atomics on it are
 * exact across processes; only `Atomics.wait` knows no other process than its own, and `futexWait` stands in for it.
 * It stays as long as any process has the buffer, and needs no name after the last of them has opened it.
 */
export class SharedMapping {
  /** Where the others find it. */
  readonly path: string;
  readonly buffer: SharedArrayBuffer;

  private constructor(path: string, buffer: SharedArrayBuffer) {
    this.path = path;
    this.buffer = buffer;
  }

  /**
   * A new one, filled with zeros, in memory if there is room and else among the temporary files. All of it is allocated:
   * where there is no room, that is an error now.
   * @param folders where to try it, in this order
   * @throws Error that says for each folder why it cannot be had there.
   */
  static create(bytes: number, folders: readonly string[] = [IN_MEMORY, tmpdir()]): SharedMapping {
    const { mapNewFile } = loadAddon();
    const problems: string[] = [];
    for (const folder of folders.filter((candidate) => existsSync(candidate))) {
      const path = join(folder, `crossover-${process.pid}-${process.hrtime.bigint()}`);
      try {
        return new SharedMapping(path, mapNewFile(path, bytes));
      } catch (error) {
        problems.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const why = problems.length === 0 ? `no such folder: ${folders.join(', ')}` : problems.join('; ');
    throw new Error(`no room for ${bytes} bytes that processes share (${why})`);
  }

  /**
   * One that another process has created.
   * @throws Error when there is no such file.
   */
  static open(path: string): SharedMapping {
    return new SharedMapping(path, loadAddon().mapFile(path));
  }

  /** Takes away its name: nobody can open it any more, and nothing is left when all have ended. Safe to call twice. */
  unlink(): void {
    rmSync(this.path, { force: true });
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
