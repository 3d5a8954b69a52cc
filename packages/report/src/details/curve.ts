import type { Symbols } from '../symbols.ts';

/** The values at the bottom and at the top of a curve. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
  /** Present where zeros are to be seen; the scale is logarithmic otherwise. */
  readonly linear?: true;
}

/** The scale that shows all of the values; undefined where there is none that can be shown. */
export function scaleOver(values: readonly number[]): Scale | undefined {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return lowest <= highest ? { lowest, highest } : undefined;
}

/**
 * Values in their order as a line of columns. Where they are more than fit, each column stands for several, by their
 * median. A value that is no number leaves its column blank.
 * @param width most columns
 */
export function curve(
  values: readonly number[],
  { lowest, highest, linear }: Scale,
  width: number,
  { levels }: Pick<Symbols, 'levels'>,
): string {
  const height =
    linear === true ? Number : (value: number): number => Math.log(Math.max(value, Number.MIN_VALUE));
  const [bottom, top] = [height(lowest), height(highest)];
  return shortened(values, width)
    .map((value) => {
      if (!Number.isFinite(value)) return ' ';
      const share = top > bottom ? (height(value) - bottom) / (top - bottom) : 0;
      const level = Math.round(share * (levels.length - 1));
      return levels[Math.min(levels.length - 1, Math.max(0, level))] ?? ' ';
    })
    .join('');
}

function shortened(values: readonly number[], width: number): readonly number[] {
  if (values.length <= width) return values;
  return Array.from({ length: width }, (_, column) => {
    const from = Math.floor((column * values.length) / width);
    const part = values.slice(from, Math.floor(((column + 1) * values.length) / width));
    return part.filter(Number.isFinite).toSorted((a, b) => a - b)[part.length >> 1] ?? Number.NaN;
  });
}
