import { readText } from './system-files.ts';
import type { Covariates } from '@crossover/model';

/**
 * Readings of counters that only grow, each in the unit of the covariate that follows from it.
 * A counter that the platform does not offer is absent, never zero.
 */
export type Counters = Covariates;

/** Kernels of all common architectures report `/proc/stat` in hundredths of a second (USER_HZ). */
const TICK_NS = 1e7;

/** Reads the counters of the machine now. */
export function readCounters(): Counters {
  return present({
    stealNs: parseSteal(readText('/proc/stat') ?? ''),
    psiNs: parsePressure(readText('/proc/pressure/cpu') ?? ''),
  });
}

/**
 * What happened between two readings. A counter that went down (a virtual machine was moved) says nothing, and is
 * absent.
 */
export function covariatesBetween(before: Counters, after: Counters): Covariates {
  const grown = (field: keyof Counters): number | undefined => {
    const growth = (after[field] ?? Number.NaN) - (before[field] ?? Number.NaN);
    return growth >= 0 ? growth : undefined;
  };
  return present({
    runQueueNs: grown('runQueueNs'),
    involuntarySwitches: grown('involuntarySwitches'),
    gcNs: grown('gcNs'),
    stealNs: grown('stealNs'),
    psiNs: grown('psiNs'),
  } satisfies Record<keyof Covariates, number | undefined>);
}

/** Time stolen from all cores since boot: the eighth number of the line `cpu` (man 5 proc_stat). */
export function parseSteal(stat: string): number | undefined {
  const ticks = /^cpu +(?:\d+ ){7}(?<steal>\d+)/m.exec(stat)?.groups?.['steal'];
  return ticks === undefined ? undefined : Number(ticks) * TICK_NS;
}

/** Total of the line `some`, which is in microseconds (kernel: PSI). */
export function parsePressure(pressure: string): number | undefined {
  const total = /^some .*\btotal=(?<total>\d+)$/m.exec(pressure)?.groups?.['total'];
  return total === undefined ? undefined : Number(total) * 1000;
}

function present(fields: { readonly [Field in keyof Covariates]: number | undefined }): Covariates {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
