import { nonNegativePair } from './non-negative-pair.ts';

/** Cost of a size: intercept + slope × size. */
export interface StraightLine {
  readonly intercept: number;
  readonly slope: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Inverse variance up to a factor; 1 when absent. Times with a constant relative error: 1 ÷ y². */
  readonly weight?: number;
}

/**
 * The line with the least weighted sum of squares.
 * @throws RangeError when there are not two places x, or a number is not finite, or a weight not positive.
 */
export function lineThrough(points: readonly Point[]): StraightLine {
  check(points);
  const sum = (term: (point: Required<Point>) => number): number =>
    points.reduce((total, { x, y, weight = 1 }) => total + weight * term({ x, y, weight }), 0);
  const total = sum(() => 1);
  const [centreX, centreY] = [sum(({ x }) => x) / total, sum(({ y }) => y) / total];
  const slope = sum(({ x, y }) => (x - centreX) * (y - centreY)) / sum(({ x }) => (x - centreX) ** 2);
  return { intercept: centreY - slope * centreX, slope };
}

/**
 * The same with an intercept and a slope that are not negative, as those of costs are.
 * @throws RangeError as `lineThrough`.
 */
export function costLineThrough(points: readonly Point[]): StraightLine {
  check(points);
  const equations = points.map(({ x, y, weight = 1 }) => {
    const root = Math.sqrt(weight);
    return { first: root, second: root * x, target: root * y };
  });
  const { first: intercept, second: slope } = nonNegativePair(equations);
  return { intercept, slope };
}

function check(points: readonly Point[]): void {
  for (const { x, y, weight = 1 } of points) {
    if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(weight) && weight > 0) continue;
    throw new RangeError(`expected finite points with positive weights, got (${x}, ${y}) with ${weight}`);
  }
  if (new Set(points.map(({ x }) => x)).size < 2)
    throw new RangeError('expected points at two places or more');
}

/** For which sizes one cost is below another. */
export type BreakEven =
  | { readonly kind: 'above'; readonly size: number }
  | { readonly kind: 'below'; readonly size: number }
  | { readonly kind: 'always' }
  | { readonly kind: 'never' };

/**
 * For which sizes above 0 the subject costs less than the base. `above` a size: it costs more to start and less to
 * go on. `below`: the other way round. Lines that are equal never pay.
 */
export function breakEven(base: StraightLine, subject: StraightLine): BreakEven {
  const start = subject.intercept - base.intercept;
  const gain = base.slope - subject.slope;
  const size = start / gain;
  if (start > 0 && gain > 0) return { kind: 'above', size };
  if (start < 0 && gain < 0) return { kind: 'below', size };
  return { kind: start <= 0 && gain >= 0 && (start < 0 || gain > 0) ? 'always' : 'never' };
}
