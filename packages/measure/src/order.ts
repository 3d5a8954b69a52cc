import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * The order of `turns` turns in each of `blocks` blocks: a Williams square over shuffled labels, drawn anew
 * whenever its rows are used up. Over a whole square every turn stands at every position equally often and
 * follows every other equally often, so that neither the position in a block nor the neighbour before it
 * favours anyone.
 *
 * E. J. Williams, "Experimental designs balanced for the estimation of residual effects of treatments",
 * Australian Journal of Scientific Research A 2 (1949).
 */
export function balancedOrders(turns: number, blocks: number, seed: number): readonly (readonly number[])[] {
  const generator = xoroshiro128plus(seed);
  const orders: (readonly number[])[] = [];
  while (orders.length < blocks) {
    const labels = shuffled(range(turns), generator);
    const square = shuffled(williamsSquare(turns), generator);
    for (const row of square) orders.push(row.map((index) => labels[index]!));
  }
  return orders.slice(0, blocks);
}

/** Rows of 0 … n − 1; for odd n twice as many, since only a square and its mirror image are balanced together. */
function williamsSquare(n: number): readonly (readonly number[])[] {
  const zigzag = range(n).map((index) => (index % 2 === 0 ? index / 2 : n - (index + 1) / 2));
  const square = range(n).map((shift) => zigzag.map((value) => (value + shift) % n));
  return n % 2 === 0 ? square : [...square, ...square.map((row) => row.toReversed())];
}

function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index);
}

/** Fisher–Yates. */
function shuffled<Item>(items: readonly Item[], generator: RandomGenerator): readonly Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = uniformInt(generator, 0, last);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
