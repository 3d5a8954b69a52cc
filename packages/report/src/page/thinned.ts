/**
 * At most so many of the values, in their order: the first and the last of them, the lowest and the highest, and others at
 * equal distances. What is no number counts as absent.
 * @param limit at least 4
 * @returns positions in `values`, ascending
 */
export function thinned(values: readonly number[], limit: number): readonly number[] {
  const { length } = values;
  if (length <= limit) return Array.from({ length }, (_, index) => index);
  const ends = { lowest: -1, highest: -1 };
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value)) continue;
    if (ends.lowest < 0 || value < values[ends.lowest]!) ends.lowest = index;
    if (ends.highest < 0 || value > values[ends.highest]!) ends.highest = index;
  }
  const kept = new Set([0, length - 1, ends.lowest, ends.highest].filter((index) => index >= 0));
  const others = limit - kept.size;
  for (let step = 1; step <= others; step++) kept.add(Math.round((step * (length - 1)) / (others + 1)));
  return [...kept].toSorted((a, b) => a - b);
}
