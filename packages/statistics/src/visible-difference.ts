import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { UNBOUNDED } from '@crossover/model';
import { interval } from './mean.ts';
import type { Confidence, Mean } from './mean.ts';

/** Beyond so many blocks nobody waits. */
const MOST_BLOCKS = 10_000;

/**
 * The smallest difference that an interval tells from none, as a share (0.05: 5 %): its half-width. A true difference
 * of this size is seen in about half of all runs. `UNBOUNDED` with a single block.
 * @param logs mean of log ratios, of which only the uncertainty counts
 */
export function visibleDifference(logs: Mean, confidence: Confidence = {}): number {
  return Math.min(UNBOUNDED, Math.expm1(interval({ ...logs, mean: 0 }, confidence).high));
}

/**
 * How many blocks it takes to tell a true difference from none in the share `power` of all runs; undefined beyond
 * 10 000. Student's t takes the place of its noncentral form, which errs by a block or two.
 * @param difference as a share (0.05: 5 %)
 * @param spread standard deviation of the log ratios of the blocks
 */
export function blocksToSee(
  difference: number,
  spread: number,
  { level = 0.95, inflation = 1, power = 0.8 }: Confidence & { readonly power?: number } = {},
): number | undefined {
  const distance = Math.log1p(difference) / (spread * inflation);
  const suffices = (blocks: number): boolean => {
    const freedom = blocks - 1;
    const needed = tQuantile((1 + level) / 2, freedom) + tQuantile(power, freedom);
    return needed <= distance * Math.sqrt(blocks);
  };
  for (let blocks = 2; blocks <= MOST_BLOCKS; blocks += 1) if (suffices(blocks)) return blocks;
  return undefined;
}
