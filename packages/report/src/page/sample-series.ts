import { short } from './page-estimate.ts';
import { thinned } from './thinned.ts';

/** Values in the order in which they were measured; where they are many, only some of them. */
export interface SampleSeries {
  readonly values: readonly (number | null)[];
  /** Present where there are more: how many, and the positions of the values among them, from 0. */
  readonly thinned?: { readonly all: number; readonly positions: readonly number[] };
}

/** No series is thinned to fewer, nor has more: nobody could see them. */
const FEWEST_VALUES = 8;
const MOST_VALUES = 2000;

/** As many values of each series may be shown as keep all series together within a budget. */
export function fairLimit(lengths: readonly number[], budget: number): number {
  const ascending = lengths.toSorted((a, b) => a - b);
  let left = budget;
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (length > share) return Math.min(MOST_VALUES, Math.max(FEWEST_VALUES, share));
    left -= length;
  }
  return MOST_VALUES;
}

export function sampleSeries(values: readonly number[], limit: number): SampleSeries {
  const positions = thinned(values, limit);
  const isThinned = positions.length < values.length;
  return {
    values: positions.map((position) => {
      const value = values[position]!;
      return Number.isFinite(value) ? short(value) : null;
    }),
    ...(isThinned && { thinned: { all: values.length, positions } }),
  };
}
