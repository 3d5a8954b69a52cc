import { readFile } from 'node:fs/promises';
import { bytes, nanoseconds } from '@crossover/model';
import type { Bytes, Nanoseconds } from '@crossover/model';

/** The memory of a process. */
export interface MemoryUsage {
  /** Highest resident memory so far, in bytes. */
  readonly peak: number;
  /** Now, each shared page divided among the processes that share it; absent where the platform does not tell. */
  readonly proportional?: Bytes;
}

/** CPU time, user and system, of all threads of this process. */
export function ownCpuTime(): Nanoseconds {
  const { user, system } = process.cpuUsage();
  return nanoseconds((user + system) * 1e3);
}

/**
 * Highest resident memory of this process, in bytes.
 * On Linux not from `getrusage`: its figure starts at what the parent had resident when it forked.
 */
export async function ownPeakMemory(): Promise<number> {
  const status =
    process.platform === 'linux' ? await readFile('/proc/self/status', 'utf8').catch(() => '') : '';
  const highWater = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return 1024 * (highWater === undefined ? process.resourceUsage().maxRSS : Number(highWater));
}

/** Memory of this process now, its shared pages divided among those that share them (Linux, `Pss`). */
export async function ownProportionalMemory(): Promise<Bytes | undefined> {
  if (process.platform !== 'linux') return undefined;
  return parseProportional(await readFile('/proc/self/smaps_rollup', 'utf8').catch(() => ''));
}

export async function ownMemory(): Promise<MemoryUsage> {
  const peak = await ownPeakMemory();
  const proportional = await ownProportionalMemory();
  return proportional === undefined ? { peak } : { peak, proportional };
}

/** The line `Pss` of a `smaps_rollup` file, in bytes (man 5 proc_pid_smaps). */
export function parseProportional(rollup: string): Bytes | undefined {
  const kibibytes = /^Pss:\s*(?<size>\d+) kB$/m.exec(rollup)?.groups?.['size'];
  return kibibytes === undefined ? undefined : bytes(1024 * Number(kibibytes));
}

/** Memory of several processes together; undefined where one of them does not tell. */
export function sumOfMemory(sizes: readonly (Bytes | undefined)[]): Bytes | undefined {
  let total = 0;
  for (const size of sizes) {
    if (size === undefined) return undefined;
    total += size;
  }
  return bytes(total);
}
