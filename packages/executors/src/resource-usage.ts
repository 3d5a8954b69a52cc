import { readFile } from 'node:fs/promises';
import { nanoseconds } from '@crossover/model';
import type { Nanoseconds } from '@crossover/model';

/** What a process has used since it began. */
export interface ResourceUsage {
  /** CPU time of all its threads, user and system. */
  readonly cpu: Nanoseconds;
  /** Highest resident memory, in bytes. */
  readonly peakMemory: number;
}

/** CPU time of all threads of this process. */
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
