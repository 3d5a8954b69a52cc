import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Strike } from './fixtures/strikes.ts';

const FAULTY_KERNEL = new URL('fixtures/faulty-kernel.ts', import.meta.url).href;
/** How long a process may take to disappear after an executor was closed or its parent has ended, in milliseconds. */
const GONE_MS = 2_000;
/** So little that it is soon full, in megabytes. */
const HEAP_MB = 64;

/** What makes one worker of all those that this process starts fail, once. Its name also tells which ones these are. */
export class Fuse {
  readonly path: string = join(tmpdir(), `fuse-${process.pid}-${process.hrtime.bigint()}`);
  readonly #options: string | undefined = process.env['NODE_OPTIONS'];

  /** From now on, what is started looks for the fuse, and has a small heap. */
  constructor() {
    process.env['CROSSOVER_FUSE'] = this.path;
    process.env['NODE_OPTIONS'] = `--import=${FAULTY_KERNEL} --max-old-space-size=${HEAP_MB}`;
    setFlagsFromString(`--max-old-space-size=${HEAP_MB}`);
  }

  /** The next chunk that any of them begins fails. */
  light(strike: Strike): void {
    // All at once: who finds it reads all of it.
    const wet = `${this.path}-wet`;
    writeFileSync(wet, strike);
    renameSync(wet, this.path);
  }

  /** Nothing happens any more. */
  extinguish(): void {
    rmSync(this.path, { force: true });
  }

  /** Whether it has struck nobody yet. */
  get lit(): boolean {
    return existsSync(this.path);
  }

  /** Those of the processes that this one has started itself. Linux only. */
  get parents(): readonly number[] {
    const own = new RegExp(`^PPid:\\s+${process.pid}$`, 'm');
    return this.processes.filter((pid) => own.test(readFileSync(`/proc/${pid}/status`, 'utf8')));
  }

  /** Those of the processes that are not gone within the time that they have for it; off Linux none is seen. */
  async remaining(): Promise<readonly number[]> {
    if (process.platform !== 'linux') return [];
    for (let waited = 0; waited < GONE_MS && this.processes.length > 0; waited += 20) await delay(20);
    return this.processes;
  }

  /** Processes that were started with it and still are, wherever their parents may be. Linux only. */
  get processes(): readonly number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => environmentOf(name).includes(`CROSSOVER_FUSE=${this.path}`))
      .map(Number);
  }

  /** What is started from now on is as ever. */
  remove(): void {
    this.extinguish();
    delete process.env['CROSSOVER_FUSE'];
    if (this.#options === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = this.#options;
    setFlagsFromString('--max-old-space-size=0');
  }
}

/** Empty for processes of others, for those that have ended but were not fetched, and for those that are gone. */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

/** Files of this process's mappings that still have a name. */
export function namesLeft(): readonly string[] {
  return ['/dev/shm', tmpdir()].flatMap((folder) => {
    try {
      return readdirSync(folder).filter((name) => name.startsWith(`crossover-${process.pid}-`));
    } catch {
      return [];
    }
  });
}
