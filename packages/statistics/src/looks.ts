import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Cells of the grid on which densities are integrated, for each standard deviation of a step between two looks. */
const CELLS_PER_DEVIATION = 6;
const FEWEST_CELLS = 48;

/**
 * Levels of the intervals at planned looks on growing data, such that all of them together cover the truth with the
 * overall level, although measuring stops at the first look that satisfies. The same level at every look (Pocock,
 * Biometrika 64, 1977); the constant comes from the joint normal distribution of the means at these looks, by
 * integrating from look to look (Armitage, McPherson and Rowe, Journal of the Royal Statistical Society A 132, 1969), so
 * that the looks may lie at any distance. Exact for a known spread; with Student's t from eight blocks on, a simulation
 * beside this file finds it kept.
 * @param looks numbers of blocks at which the data are looked at, in ascending order
 * @throws RangeError when there are no looks, or they are not positive and ascending, or `level` is no probability.
 */
export function levelsAtLooks(looks: readonly number[], level: number = 0.95): readonly number[] {
  if (looks.length === 0) throw new RangeError('expected at least one look, got none');
  if (!looks.every((look, index) => look > (looks[index - 1] ?? 0) && Number.isFinite(look))) {
    throw new RangeError(`expected ascending numbers of blocks, got ${looks.join(', ')}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`expected a probability, got ${level}`);
  const bound = boundFor(looks, level);
  return looks.map(() => 1 - 2 * normalCdf(-bound, 0, 1));
}

/** Half-width, in standard errors, that the means at all looks stay within with probability `level`. */
function boundFor(looks: readonly number[], level: number): number {
  // One look needs least; looks that had nothing in common would need no more than this (Bonferroni).
  let low = normalQuantile((1 + level) / 2, 0, 1);
  let high = normalQuantile(1 - (1 - level) / 2 / looks.length, 0, 1);
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (stayingWithin(looks, middle) < level) low = middle;
    else high = middle;
  }
  return high;
}

/** Probability that a random walk lies within ±bound standard deviations at every look. */
function stayingWithin(looks: readonly number[], bound: number): number {
  let grid: Grid = { places: [0], masses: [1] };
  let before = 0;
  for (const look of looks) {
    grid = stepped(grid, bound * Math.sqrt(look), Math.sqrt(look - before));
    before = look;
  }
  return grid.masses.reduce((sum, mass) => sum + mass, 0);
}

/** A density on a line: at each place its value times the width that the place stands for. */
interface Grid {
  readonly places: readonly number[];
  readonly masses: readonly number[];
}

/** The density after a normal step, cut off beyond ±reach; Simpson's rule. */
function stepped({ places, masses }: Grid, reach: number, deviation: number): Grid {
  const half = Math.ceil(Math.max(FEWEST_CELLS, (2 * reach * CELLS_PER_DEVIATION) / deviation) / 2);
  const width = reach / half;
  const next = Array.from({ length: 2 * half + 1 }, (_, index) => (index - half) * width);
  const scale = 1 / (deviation * Math.sqrt(2 * Math.PI));
  return {
    places: next,
    masses: next.map((to, index) => {
      const density = places.reduce(
        (sum, from, origin) => sum + masses[origin]! * Math.exp(-0.5 * ((to - from) / deviation) ** 2),
        0,
      );
      return density * scale * width * simpson(index, 2 * half);
    }),
  };
}

/** Weight of a place in Simpson's rule over an even number of cells. */
function simpson(index: number, last: number): number {
  if (index === 0 || index === last) return 1 / 3;
  return index % 2 === 1 ? 4 / 3 : 2 / 3;
}
