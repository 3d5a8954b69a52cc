/**
 * What an algorithm computes with, as far as a processor has a peak of its own for it.
 * - `floating-point`: additions, subtractions, multiplications, divisions, square roots and comparisons of `f64`;
 * - `integer`: the same of integers, and logical operations, shifts and rotations, whatever their width.
 */
export type Numbers = 'floating-point' | 'integer';

/**
 * What one operation of a workload has to do whatever the language: by the definition of the algorithm, not by the
 * instructions that a lane needs for it.
 */
export type WorkCount = CountedWork | UncountedWork;

export interface CountedWork {
  readonly kind: 'counted';
  readonly numbers: Numbers;
  /** How many of them are computed: each addition, multiplication and so on is one. Above 0. */
  readonly arithmetic: number;
  /** Which ones are counted, and where the formula comes from: a phrase. */
  readonly what: string;
  /**
   * Bytes that must move between memory and processor. Absent where these are all input and output regions, each once;
   * present by another convention, such as STREAM's.
   */
  readonly bytes?: number;
}

/** An algorithm whose work has no such count, or one that says nothing. */
export interface UncountedWork {
  readonly kind: 'not-counted';
  readonly reason: string;
}

/** A count as a plan keeps it. */
export type PlannedWork = (Omit<CountedWork, 'bytes'> & PlannedTraffic) | UncountedWork;

export interface PlannedTraffic {
  /** Bytes that must move in one operation. Above 0. */
  readonly bytes: number;
  /** All regions together: what a cache must hold for operations to find their data there. */
  readonly arenaBytes: number;
}
