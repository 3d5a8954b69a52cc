import { blockSums } from './block-row.ts';
import { meanOf, varianceOf } from './mean.ts';
import type { Contrast } from './block-row.ts';
import type { Mean } from './mean.ts';
import type { Pool } from './pooled-variance.ts';

/**
 * Degrees of freedom that the spread of all rows is worth beside a contrast's own. The more alike the spreads of cells
 * are, the more it could be; with 3 the simulations in METHODOLOGY.md keep their promises where cells are rather unlike.
 */
const PRIOR_FREEDOM = 3;

/** A square matrix as its lines. */
type Matrix = readonly (readonly number[])[];

/** What a pool expects of a contrast. */
interface Expectation {
  readonly variance: number;
  /** The same as a quadratic form: its product with the covariances of the rows, element by element, summed. */
  readonly form: Matrix;
}

/**
 * Mean of a contrast over the blocks that hold all of its rows, with a moderated standard error.
 *
 * The own spread of three blocks says little; it is small by chance now and then, which is why Student's t with so few
 * degrees of freedom asks for enormous differences. So the variance is a weighted mean: the contrast's own counts by
 * its degrees of freedom, and that which the rows of the pool lead to expect counts like three more. Student's t has
 * both together (G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 3, 2004, article 3), but
 * never more than the weighted mean would have if all rows spread alike (Satterthwaite 1946): few rows tell little.
 * `count` is these degrees of freedom + 1.
 *
 * Where the pool knows nothing, the mean is Student's. A single block has no spread, and borrows none.
 * Undefined where no block holds all rows.
 * @throws RangeError when a row with a weight is not in the pool.
 */
export function moderatedMean(contrast: Contrast, pool: Pool): Mean | undefined {
  const values = blockSums(contrast);
  if (values.length === 0) return undefined;
  const own = meanOf(values);
  const expected = expectationOf(contrast, pool);
  if (values.length === 1 || expected === undefined) return own;
  const freedom = values.length - 1;
  const share = freedom / (freedom + PRIOR_FREEDOM);
  const variance = share * varianceOf(values) + (1 - share) * expected.variance;
  const weights = weightsOf(contrast, pool);
  const form = expected.form.map((line, a) =>
    line.map((element, b) => share * weights[a]! * weights[b]! + (1 - share) * element),
  );
  return {
    mean: own.mean,
    standardError: Math.sqrt(variance / values.length),
    count: 1 + Math.min(freedom + PRIOR_FREEDOM, (freedom * trace(form) ** 2) / sumOfSquares(form)),
  };
}

/**
 * With weights w that add up to 0, the variance of a contrast is −Σ w(a) w(b) V(a, b) over all pairs of rows, V the
 * variance of their difference; here that of their class.
 */
function expectationOf(contrast: Contrast, pool: Pool): Expectation | undefined {
  const parts = { withBase: 0, others: 0 };
  for (const [index, first] of contrast.entries()) {
    for (const second of contrast.slice(index + 1)) {
      const kind = first.row.isBase || second.row.isBase ? 'withBase' : 'others';
      parts[kind] -= first.weight * second.weight;
    }
  }
  const form = pool.rows.map(() => pool.rows.map(() => 0));
  let variance = 0;
  for (const kind of ['withBase', 'others'] as const) {
    if (parts[kind] === 0) continue;
    const pairs = pool[kind];
    if (pairs === undefined) return undefined;
    variance += parts[kind] * pairs.variance;
    for (const [a, b] of pairs.pairs) {
      const part = parts[kind] / pairs.pairs.length;
      form[a]![a]! += part;
      form[b]![b]! += part;
      form[a]![b]! -= part;
      form[b]![a]! -= part;
    }
  }
  // Below 0 only if the base spread next to nothing, and all others much: then nothing is known of this contrast.
  return variance > 0 ? { variance, form } : undefined;
}

/** In the order of the pool's rows. */
function weightsOf(contrast: Contrast, { rows }: Pool): readonly number[] {
  const weights = rows.map(() => 0);
  for (const { row, weight } of contrast) {
    if (weight === 0) continue;
    const index = rows.indexOf(row);
    if (index === -1) throw new RangeError('expected rows of the pool, got another');
    weights[index]! += weight;
  }
  return weights;
}

function trace(matrix: Matrix): number {
  return matrix.reduce((sum, line, index) => sum + line[index]!, 0);
}

/** The trace of a symmetric matrix times itself. */
function sumOfSquares(matrix: Matrix): number {
  return matrix.reduce((sum, line) => line.reduce((total, element) => total + element ** 2, sum), 0);
}
