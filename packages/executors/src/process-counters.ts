import { CollectionClock } from './collection-clock.ts';
import { RunQueue } from './run-queue.ts';
import type { ExecutorCounters } from '@crossover/model';

const runQueue = new RunQueue();
const collections = new CollectionClock();

/** Counters of this process with all its threads; of its isolates only the one that asks is in `gcNs`. */
export async function ownCounters(): Promise<ExecutorCounters & { readonly gcNs: number }> {
  const gcNs = await collections.read();
  const runQueueNs = runQueue.read();
  return {
    gcNs,
    ...(runQueueNs !== undefined && { runQueueNs }),
    // Windows does not count them, and Node then says 0.
    ...(process.platform !== 'win32' && {
      involuntarySwitches: process.resourceUsage().involuntaryContextSwitches,
    }),
  };
}

/** Counters of several processes together: without those that one of them lacks, since the sum would say too little. */
export function sumOfCounters(counters: readonly ExecutorCounters[]): ExecutorCounters {
  const fields = ['runQueueNs', 'involuntarySwitches', 'gcNs'] as const;
  const sums = fields.flatMap((field): (readonly [string, number])[] => {
    const values = counters.map((one) => one[field]);
    return values.every((value) => value !== undefined) ? [[field, sum(values)]] : [];
  });
  return Object.fromEntries(sums);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
