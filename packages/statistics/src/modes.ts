import { median } from './quantile.ts';

/** A gap between neighbours by more than this share separates two modes. */
const GAP = 0.25;

/** With fewer values on one side of a gap, that side is a stray value and no mode. */
const FEWEST = 2;

/** Values that lie together, apart from the others. */
export interface ValueMode {
  readonly median: number;
  /** How many of all values lie here, between 0 and 1. */
  readonly share: number;
}

/**
 * The groups into which positive values fall, in ascending order: the sorted values are parted at their widest gap
 * above 25 % that leaves at least two on both sides, and the parts again likewise. One group where there is no such
 * gap. Few values with a wide spread have gaps by chance: two modes are a hint, not a proof.
 * @throws RangeError when a value is not positive and finite.
 */
export function modesOf(values: readonly number[]): readonly ValueMode[] {
  const strange = values.find((value) => !(value > 0 && Number.isFinite(value)));
  if (strange !== undefined) throw new RangeError(`expected positive, finite values, got ${strange}`);
  if (values.length === 0) return [];
  const sorted = values.toSorted((a, b) => a - b);
  return partsOf(sorted).map((part) => ({ median: median(part), share: part.length / values.length }));
}

function partsOf(sorted: readonly number[]): readonly (readonly number[])[] {
  let widest = 1 + GAP;
  let border: number | undefined;
  for (let index = FEWEST; index <= sorted.length - FEWEST; index += 1) {
    const gap = sorted[index]! / sorted[index - 1]!;
    if (gap > widest) [widest, border] = [gap, index];
  }
  return border === undefined
    ? [sorted]
    : [...partsOf(sorted.slice(0, border)), ...partsOf(sorted.slice(border))];
}
