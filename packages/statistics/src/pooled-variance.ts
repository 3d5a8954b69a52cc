import digamma from '@stdlib/math-base-special-digamma';
import { blockSums } from './block-row.ts';
import { varianceOf } from './mean.ts';
import type { BlockRow } from './block-row.ts';

/** Two rows, by their positions in the pool. */
export type Pair = readonly [first: number, second: number];

/** Pairs of rows whose differences are taken to vary alike from block to block. */
export interface PairClass {
  /** Those that tell something. */
  readonly pairs: readonly Pair[];
  /** Of the difference of two such rows within a block. */
  readonly variance: number;
}

/**
 * What the rows of a kernel together show about how far the difference of two of them varies from block to block.
 * Pairs with the base are a class of their own: how the base varies is in every comparison with it, and averages out
 * in none. A class is absent where no pair of it tells anything.
 */
export interface Pool {
  readonly rows: readonly BlockRow[];
  /** Pairs that hold the base or its twin. */
  readonly withBase?: PairClass;
  readonly others?: PairClass;
}

/** Variance of differences that are rounding: a billionth of the time. */
const ROUNDING = 1e-18;

/** With fewer rows there is nobody else to learn from. */
const FEWEST_ROWS = 3;

/**
 * Pools the variances of all pairs of rows, class by class: the geometric mean, each pair counting by its degrees of
 * freedom, corrected for how far below the truth the logarithm of a variance lies on average (Smyth 2004, section
 * 6.2). A stray trial raises the variances of the pairs that its row is in, without end; an arithmetic mean would
 * carry that to all others.
 */
export function poolOf(rows: readonly BlockRow[]): Pool {
  if (rows.length < FEWEST_ROWS) return { rows };
  const pairs = rows.flatMap((_, first) => rows.slice(0, first).map((_row, second): Pair => [second, first]));
  const isWithBase = (pair: Pair): boolean => pair.some((index) => rows[index]!.isBase);
  const withBase = pairClass(rows, pairs.filter(isWithBase));
  const others = pairClass(
    rows,
    pairs.filter((pair) => !isWithBase(pair)),
  );
  return { rows, ...(withBase && { withBase }), ...(others && { others }) };
}

function pairClass(rows: readonly BlockRow[], pairs: readonly Pair[]): PairClass | undefined {
  const telling = pairs.flatMap((pair) => {
    const [first, second] = pair;
    const differences = blockSums([
      { row: rows[first]!, weight: 1 },
      { row: rows[second]!, weight: -1 },
    ]);
    const freedom = differences.length - 1;
    const variance = freedom < 1 ? 0 : varianceOf(differences);
    // Times that are equal but for rounding are a clock that hardly moves: the logarithm would drown all others.
    return variance < ROUNDING ? [] : [{ pair, freedom, log: Math.log(variance) - meanLog(freedom) }];
  });
  if (telling.length === 0) return undefined;
  const freedom = telling.reduce((sum, pair) => sum + pair.freedom, 0);
  const log = telling.reduce((sum, pair) => sum + pair.freedom * pair.log, 0) / freedom;
  return { pairs: telling.map(({ pair }) => pair), variance: Math.exp(log) };
}

/** Mean of ln(χ² ÷ df): below 0, since few values mostly show less than their true spread. */
function meanLog(freedom: number): number {
  return digamma(freedom / 2) - Math.log(freedom / 2);
}
