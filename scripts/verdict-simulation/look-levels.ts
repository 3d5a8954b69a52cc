import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { levelsAtLooks, quantile, seededNormal } from '../../packages/statistics/src/index.ts';

/** Those of the profile `quick`. */
export const LOOKS: readonly number[] = [3, 5, 8, 12];

/** Level of the intervals at each look, in their order. */
export interface LookLevels {
  readonly name: string;
  readonly levels: readonly number[];
}

/** The same at every look, as in runs. */
export const POCOCK: LookLevels = { name: 'Pocock', levels: levelsAtLooks(LOOKS) };

/** As if nobody looked before the last block. */
export const NO_LOOKS: LookLevels = { name: 'no looks', levels: LOOKS.map(() => 0.95) };

/** Nearly all of the error is left to the last look (P. C. O'Brien and T. R. Fleming, Biometrics 35, 1979). */
export const OBRIEN_FLEMING: LookLevels = { name: 'O’Brien–Fleming', levels: lateLevels() };

/** Intervals of a half-width that falls with the blocks as that of a sum does; its factor from simulated sums. */
function lateLevels(): readonly number[] {
  const normal = seededNormal(3);
  const furthest = Array.from({ length: 20_000 }, () => {
    let [sum, most] = [0, 0];
    for (let block = 1; block <= LOOKS.at(-1)!; block++) {
      sum += normal();
      if (LOOKS.includes(block)) most = Math.max(most, Math.abs(sum));
    }
    return most;
  });
  const bound = quantile(furthest, 0.95);
  return LOOKS.map((blocks) => 1 - 2 * normalCdf(-bound / Math.sqrt(blocks), 0, 1));
}
