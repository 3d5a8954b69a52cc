import { karpFlatt } from '@crossover/statistics';

/** The serial share of each block, and of those whose capacity is known. */
interface SerialShares {
  readonly serial: readonly number[];
  readonly onCapacity: readonly { readonly effective: number; readonly share: number }[];
}

/** Below so many cores' worth of work, workers had next to nothing to gain, and any loss looks serial or negative. */
const LEAST_CAPACITY = 1.1;

/**
 * Karp and Flatt's serial share, block by block.
 * @param speedUps over the basis, by block
 * @param capacity cores' worth of work that so many threads got done, by block
 */
export function serialShares(
  speedUps: ReadonlyMap<number, number>,
  workers: number,
  capacity: ReadonlyMap<number, number>,
): SerialShares {
  const blocks = [...speedUps];
  return {
    serial: blocks.map(([, speedUp]) => karpFlatt(speedUp, workers)),
    onCapacity: blocks.flatMap(([block, speedUp]) => {
      const effective = capacity.get(block) ?? 0;
      return effective < LEAST_CAPACITY ? [] : [{ effective, share: karpFlatt(speedUp, effective) }];
    }),
  };
}
