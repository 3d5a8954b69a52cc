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
  const sum = (term: (equation: Equation) => number): number =>
    equations.reduce((total, equation) => total + term(equation), 0);
  const [aa, ab, bb] = [sum((e) => e.first ** 2), sum((e) => e.first * e.second), sum((e) => e.second ** 2)];
  const [at, bt] = [sum((e) => e.first * e.target), sum((e) => e.second * e.target)];
  const left = (first: number, second: number): NonNegativePair => ({
    first,
    second,
    squares: sum((e) => (e.target - first * e.first - second * e.second) ** 2),
  });
  const determinant = aa * bb - ab * ab;
  const free = left((at * bb - bt * ab) / determinant, (bt * aa - at * ab) / determinant);
  if (free.first >= 0 && free.second >= 0) return free;
  const onFirst = left(aa > 0 ? Math.max(0, at / aa) : 0, 0);
  const onSecond = left(0, bb > 0 ? Math.max(0, bt / bb) : 0);
  return onSecond.squares < onFirst.squares ? onSecond : onFirst;
}
