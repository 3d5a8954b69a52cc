/** One equation: first × a + second × b ≈ target. */
export interface Equation {
  readonly first: number;
  readonly second: number;
  readonly target: number;
}

/** Two numbers that solve equations best, and the sum of the squares that is left. */
export interface NonNegativePair {
  readonly first: number;
  readonly second: number;
  readonly squares: number;
}

/**
 * Least squares with two unknowns that must not be negative. The sum of squares is convex: where the free solution has
 * a negative part, the best one lies on an edge, on which one unknown is 0.
 */
export function nonNegativePair(equations: readonly Equation[]): NonNegativePair {
  let [aa, ab, bb, at, bt] = [0, 0, 0, 0, 0];
  for (const { first, second, target } of equations) {
    aa += first * first;
    ab += first * second;
    bb += second * second;
    at += first * target;
    bt += second * target;
  }
  const left = (first: number, second: number): NonNegativePair => ({
    first,
    second,
    squares: equations.reduce(
      (squares, equation) =>
        squares + (equation.target - first * equation.first - second * equation.second) ** 2,
      0,
    ),
  });
  const determinant = aa * bb - ab * ab;
  const free = left((at * bb - bt * ab) / determinant, (bt * aa - at * ab) / determinant);
  if (free.first >= 0 && free.second >= 0) return free;
  const onFirst = left(aa > 0 ? Math.max(0, at / aa) : 0, 0);
  const onSecond = left(0, bb > 0 ? Math.max(0, bt / bb) : 0);
  return onSecond.squares < onFirst.squares ? onSecond : onFirst;
}
