/** Residuals below this share of a unit are rounding: a perfect fit must not win by them. */
const ROUNDING = 1e-12;

/**
 * Akaike's criterion with the correction for few points; of two models of the same points the smaller one is the better.
 * The variance counts as one more parameter. Undefined where there are too few points for so many parameters.
 * (Hurvich and Tsai, Biometrika 76, 1989.)
 * @param squares sum of the squared residuals, of values of the order of 1
 */
export function aicc(squares: number, points: number, parameters: number): number | undefined {
  const estimated = parameters + 1;
  const spare = points - estimated - 1;
  if (spare <= 0) return undefined;
  const variance = Math.max(squares / points, ROUNDING ** 2);
  return points * Math.log(variance) + 2 * estimated + (2 * estimated * (estimated + 1)) / spare;
}
