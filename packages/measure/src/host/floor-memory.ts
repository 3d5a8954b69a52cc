import { modeOf, ownPeakMemory, ownProportionalMemory } from '@crossover/executors';
import type { HostCell, FloorMeasurement } from './host-protocol.ts';
import type { Executor } from '@crossover/model';

type WorkerMemory = Pick<FloorMeasurement, 'workerRssBytes' | 'workerPssBytes'>;

/**
 * Memory of each worker of an executor that was just started.
 * @param residentBefore what this process had resident before, in bytes: threads add to that
 */
export async function memoryPerWorker(
  executor: Executor,
  { mode, workers, processes }: HostCell,
  residentBefore: number,
): Promise<WorkerMemory> {
  if (modeOf(mode).inCallingThread) return {};
  // Both figures of this process are read at the same moment, or what it does meanwhile would count for its children.
  const [all, own] = [await executor.peakMemory(), await ownPeakMemory()];
  const children = all - own;
  if (children <= 0) {
    const added = process.memoryUsage.rss() - residentBefore;
    return { workerRssBytes: Math.max(0, added) / workers };
  }
  const count = processes ?? workers;
  const [proportional, ownProportional] = [
    await executor.proportionalMemory(),
    await ownProportionalMemory(),
  ];
  const known = proportional !== undefined && ownProportional !== undefined;
  return {
    workerRssBytes: children / count,
    ...(known && { workerPssBytes: Math.max(0, proportional - ownProportional) / count }),
  };
}
