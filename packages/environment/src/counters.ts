import { namesIn, readText } from './system-files.ts';
import type { Covariates } from '@crossover/model';

/**
 * Readings of counters that only grow, each in the unit of the covariate that follows from it.
 * A counter that the platform does not offer is absent, never zero.
 */
export type Counters = Covariates;

/** Kernels of all common architectures report `/proc/stat` in hundredths of a second (USER_HZ). */
const TICK_NS = 1e7;

/** Reads the counters now: those of the machine, and of this process with all its living threads. */
export function readCounters(): Counters {
  return present({
    stealNs: parseSteal(readText('/proc/stat') ?? ''),
    runQueueNs: runQueueOf('/proc/self/task'),
    involuntarySwitches:
      // Windows does not count them, and Node then says 0.
      process.platform === 'win32' ? undefined : process.resourceUsage().involuntaryContextSwitches,
    psiNs: parsePressure(readText('/proc/pressure/cpu') ?? ''),
  });
}

/**
 * What happened between two readings. A counter that went down (a thread ended and took its share
 * along, a virtual machine was moved) says nothing, and is absent.
 */
export function covariatesBetween(before: Counters, after: Counters): Covariates {
  const grown = (field: keyof Counters): number | undefined => {
    const growth = (after[field] ?? Number.NaN) - (before[field] ?? Number.NaN);
    return growth >= 0 ? growth : undefined;
  };
  return present({
    stealNs: grown('stealNs'),
    runQueueNs: grown('runQueueNs'),
    involuntarySwitches: grown('involuntarySwitches'),
    psiNs: grown('psiNs'),
  });
}

/** Time stolen from all cores since boot: the eighth number of the line `cpu` (man 5 proc_stat). */
export function parseSteal(stat: string): number | undefined {
  const ticks = /^cpu +(?:\d+ ){7}(?<steal>\d+)/m.exec(stat)?.groups?.['steal'];
  return ticks === undefined ? undefined : Number(ticks) * TICK_NS;
}

/** Time ready but not running: the second number of a `schedstat` file (kernel: sched-stats). */
export function parseRunQueue(schedstat: string): number | undefined {
  const wait = /^\d+ (?<wait>\d+) \d+\s*$/.exec(schedstat)?.groups?.['wait'];
  return wait === undefined ? undefined : Number(wait);
}

/** Total of the line `some`, which is in microseconds (kernel: PSI). */
export function parsePressure(pressure: string): number | undefined {
  const total = /^some .*\btotal=(?<total>\d+)$/m.exec(pressure)?.groups?.['total'];
  return total === undefined ? undefined : Number(total) * 1000;
}

/** Sum over the threads: the process's own `schedstat` shows its first thread only. */
function runQueueOf(tasks: string): number | undefined {
  const waits = namesIn(tasks)
    .map((thread) => parseRunQueue(readText(`${tasks}/${thread}/schedstat`) ?? ''))
    .filter((wait) => wait !== undefined);
  return waits.length === 0 ? undefined : waits.reduce((sum, wait) => sum + wait, 0);
}

function present(fields: { readonly [Field in keyof Covariates]-?: number | undefined }): Covariates {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
