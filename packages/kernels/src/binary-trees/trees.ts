import type { Random } from '@crossover/model';

/** The least depth in the schedule of the Benchmarks Game. */
const LEAST_DEPTH = 4;

/**
 * How many trees there are of each depth: one above the greatest, then so many of each that the nodes of a depth are
 * about as many as those of any other.
 */
export function schedule(greatest: number): ReadonlyMap<number, number> {
  const trees = new Map([[greatest + 1, 1]]);
  for (let depth = LEAST_DEPTH; depth <= greatest; depth += 2) {
    trees.set(depth, 2 ** (greatest - depth + LEAST_DEPTH));
  }
  return trees;
}

/** How many trees there are altogether. */
export function countTrees(greatest: number): number {
  return schedule(greatest)
    .values()
    .reduce((sum, trees) => sum + trees, 0);
}

/** The depths of all trees in the schedule, shuffled, so that any stretch of them costs about the same. */
export function drawDepths(greatest: number, random: Random): Uint8Array {
  const depths = new Uint8Array(countTrees(greatest));
  let placed = 0;
  for (const [depth, count] of schedule(greatest)) {
    depths.fill(depth, placed, placed + count);
    placed += count;
  }
  for (let i = depths.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    const depth = depths[i]!;
    depths[i] = depths[other]!;
    depths[other] = depth;
  }
  return depths;
}
