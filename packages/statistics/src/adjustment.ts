/**
 * Adjusts a family of p-values for their number: those at most 0.05 afterwards are, all together, free of any error
 * with 95 % probability, however they depend on each other. Kept in their order. (S. Holm, Scandinavian Journal of
 * Statistics 6, 1979: the smallest counts as many times as there are p-values, the next one time less, and none becomes
 * smaller than one before it.)
 * @throws RangeError when one is no probability.
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const adjusted = pValues.map(checked);
  const ascending = adjusted.keys().toArray();
  ascending.sort((a, b) => adjusted[a]! - adjusted[b]!);
  let least = 0;
  for (const [rank, index] of ascending.entries()) {
    least = Math.max(least, Math.min(1, adjusted[index]! * (ascending.length - rank)));
    adjusted[index] = least;
  }
  return adjusted;
}

/**
 * Adjusts a family of p-values so that, of those at most 0.05 afterwards, on average at most 5 % are errors. Milder than
 * `holm`, and another promise: some errors are expected. Kept in their order. (Y. Benjamini and Y. Hochberg, Journal of
 * the Royal Statistical Society B 57, 1995; for p-values that are independent or depend positively.)
 * @throws RangeError when one is no probability.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const adjusted = pValues.map(checked);
  const descending = adjusted.keys().toArray();
  descending.sort((a, b) => adjusted[b]! - adjusted[a]!);
  const count = descending.length;
  let most = 1;
  for (const [position, index] of descending.entries()) {
    most = Math.min(most, adjusted[index]! * (count / (count - position)));
    adjusted[index] = most;
  }
  return adjusted;
}

function checked(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`expected a probability, got ${p}`);
  return p;
}
