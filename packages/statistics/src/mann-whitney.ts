import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** Up to so many values together, all divisions of the ranks are counted. */
const MOST_COUNTED = 60;

/** Whether one group tends to be above another. */
export interface RankComparison {
  /** Pairs in which the value of the first group is the greater; those of equal values count half. */
  readonly u: number;
  /** Probability of an imbalance at least as great, on the rarer side, times two, if the groups do not differ. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/**
 * Mann–Whitney test of two independent groups, two-sided, equal values included.
 * Exact up to 60 values: every way of dividing the ranks between the groups is counted. Equal values share the mean of
 * their ranks, and their number is the same in every division, so that the count stays exact. Beyond that the normal
 * approximation with corrections for ties and continuity. (Lehmann, Nonparametrics, 1.2–1.4.)
 * @throws RangeError when a group is empty, or a value is not finite.
 */
export function mannWhitney(first: readonly number[], second: readonly number[]): RankComparison {
  const all = [...first, ...second];
  if (first.length === 0 || second.length === 0)
    throw new RangeError('expected two groups, got an empty one');
  const strange = all.find((value) => !Number.isFinite(value));
  if (strange !== undefined) throw new RangeError(`expected finite values, got ${strange}`);
  const ranks = doubledRanks(all);
  const sum = sumOf(ranks.slice(0, first.length));
  const u = sum / 2 - (first.length * (first.length + 1)) / 2;
  return all.length <= MOST_COUNTED
    ? { u, p: countedTails(ranks, first.length, sum), method: 'exact' }
    : { u, p: normalTails(ranks, first.length, u), method: 'normal' };
}

/** Twice the rank of each value, a whole number even where equal values share the mean of theirs. */
function doubledRanks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return 2 * below + equal + 1;
  });
}

/** Counts the divisions by their sum of ranks, adding one rank after the other. */
function countedTails(ranks: readonly number[], size: number, observed: number): number {
  const greatest = sumOf(ranks);
  // ways[n][s]: how many choices of n of the ranks so far add up to s.
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(greatest + 1));
  ways[0]![0] = 1;
  for (const rank of ranks) {
    for (let chosen = size; chosen >= 1; chosen -= 1) {
      const [to, from] = [ways[chosen]!, ways[chosen - 1]!];
      for (let sum = greatest; sum >= rank; sum -= 1) to[sum]! += from[sum - rank]!;
    }
  }
  const counts = ways[size]!;
  const rarer = Math.min(sumOf(counts.subarray(0, observed + 1)), sumOf(counts.subarray(observed)));
  return Math.min(1, (2 * rarer) / sumOf(counts));
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function normalTails(ranks: readonly number[], size: number, u: number): number {
  const count = ranks.length;
  const pairs = size * (count - size);
  const ties = [...Map.groupBy(ranks, (rank) => rank).values()].reduce(
    (sum, { length }) => sum + length ** 3 - length,
    0,
  );
  const variance = (pairs / 12) * (count + 1 - ties / (count * (count - 1)));
  if (variance <= 0) return 1;
  const distance = Math.abs(u - pairs / 2) - 0.5;
  return Math.min(1, 2 * normalCdf(-distance / Math.sqrt(variance), 0, 1));
}
