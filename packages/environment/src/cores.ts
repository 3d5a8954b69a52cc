import { availableParallelism, cpus } from 'node:os';
import { cpuQuota } from './cgroup.ts';
import { readText } from './system-files.ts';
import type { ReadText } from './system-files.ts';

/** How many cores there are, and how many this process gets. */
export interface Cores {
  /**
   * Workers that can really run at the same time: affinity, and the whole cores of the quota, at least 1.
   * A quota of 1.5 counts as 1: two workers would be stopped in turn, and look like bad scaling.
   */
  readonly usable: number;
  /** Cores that the scheduler may put this process on. */
  readonly affinity: number;
  /** Cores' worth of CPU time that the control group allows; absent when it allows all. */
  readonly quota?: number;
  readonly online: number;
}

export function availableCores(read: ReadText = readText): Cores {
  // Where the kernel says it: availableParallelism() has the quota in it already.
  const affinity = parseAffinity(read('/proc/self/status') ?? '') ?? availableParallelism();
  const quota = cpuQuota(read);
  const usable = Math.max(1, Math.min(affinity, Math.floor(quota ?? affinity)));
  // Some sandboxes hide the list of processors.
  const online = Math.max(cpus().length, affinity);
  return { usable, affinity, ...(quota === undefined ? {} : { quota }), online };
}

/** The number of cores in `Cpus_allowed_list: 0-3,8` of `/proc/self/status`; undefined when it has none. */
export function parseAffinity(status: string): number | undefined {
  const list = /^Cpus_allowed_list:\s*(?<list>\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)\s*$/m.exec(status)?.groups?.[
    'list'
  ];
  const count = list?.split(',').reduce((sum, range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return sum + last - first + 1;
  }, 0);
  return count !== undefined && count > 0 ? count : undefined;
}
