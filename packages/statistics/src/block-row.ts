/** What was measured of one cell, block by block, on the log scale: ln(time). */
export interface BlockRow {
  /** By the number of the block; blocks that lack the cell are not there. */
  readonly values: ReadonlyMap<number, number>;
  /** Whether it is the cell that the others are compared with, or the twin of that. */
  readonly isBase: boolean;
}

/** A row's part in a contrast: its values count `weight` times. */
export interface Term {
  readonly row: BlockRow;
  readonly weight: number;
}

/**
 * Rows with weights that add up to 0, so that what slows a whole block cancels out: base − subject is the log of a
 * speed-up. Each row at most once.
 */
export type Contrast = readonly Term[];

/** The weighted sum of a contrast in each block that holds all of its rows; other blocks say nothing. */
export function blockSums(contrast: Contrast): readonly number[] {
  const [first, ...others] = contrast.map(({ row }) => row.values);
  if (first === undefined) return [];
  const blocks = [...first.keys()].filter((block) => others.every((values) => values.has(block)));
  return blocks.map((block) =>
    contrast.reduce((sum, { row, weight }) => sum + weight * row.values.get(block)!, 0),
  );
}
