import type { Mean } from './mean.ts';

/** Beyond this, doubles no longer tell one probability from the next; it also stands for infinity. */
const GREATEST = 8;

/**
 * How far a mean lies from 0, in standard errors, scaled to variance 1 under chance alone.
 * The plain quotient follows Student's t, whose variance is df ÷ (df − 2): with five blocks it would read 1.4 on
 * a machine without any fault. Undefined below four values, where that variance is infinite.
 */
export function standardScore({ mean, standardError, count }: Mean): number | undefined {
  if (count < 4) return undefined;
  if (mean === 0) return 0;
  const freedom = count - 1;
  const score = (mean / standardError) * Math.sqrt((freedom - 2) / freedom);
  return Math.max(-GREATEST, Math.min(GREATEST, score));
}

/**
 * Root mean square of scores that would have variance 1 if the intervals told the whole truth.
 * Above 1, intervals must become wider by this factor. (R. T. Birge, Phys. Rev. 40, 207, 1932.)
 * 1 when there are no scores.
 */
export function birgeInflation(scores: readonly number[]): number {
  if (scores.length === 0) return 1;
  const squares = scores.reduce((sum, score) => sum + score ** 2, 0);
  return Math.max(1, Math.sqrt(squares / scores.length));
}
