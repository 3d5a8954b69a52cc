import type { KernelTrials } from './kernel-trials.ts';
import type { RunRecord } from '@crossover/model';
import { meanOf } from '@crossover/statistics';

/** How many cores' worth of work so many threads got done, right before and right after each block that was probed. */
export function capacityIn(
  { planned }: KernelTrials,
  threads: number,
  records: readonly RunRecord[],
): ReadonlyMap<number, number> {
  return new Map(
    records.flatMap((record): readonly (readonly [number, number])[] => {
      if (record.kind !== 'block') return [];
      if (record.kernel !== planned.kernel || record.workload !== planned.workload) return [];
      const { before = [], after = [] } = record.capacity ?? {};
      const probed = [...before, ...after].filter((one) => one.threads === threads);
      return probed.length === 0 ? [] : [[record.block, meanOf(probed.map((one) => one.effective)).mean]];
    }),
  );
}
