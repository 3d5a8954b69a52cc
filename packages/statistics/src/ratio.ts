import { UNBOUNDED } from '@crossover/model';
import type { Estimate } from '@crossover/model';
import { interval, meanOf } from './mean.ts';
import type { Confidence, Mean } from './mean.ts';

/**
 * ln(base ÷ subject), pair by pair: above 0 the subject is faster.
 * @throws RangeError when the lengths differ, or a time is not positive and finite.
 */
export function logRatios(base: readonly number[], subject: readonly number[]): readonly number[] {
  if (base.length !== subject.length) {
    throw new RangeError(`expected pairs, got ${base.length} and ${subject.length} values`);
  }
  const denominators = logarithms(subject);
  return logarithms(base).map((numerator, pair) => numerator - denominators[pair]!);
}

/**
 * A mean on the log scale, as a ratio with its interval: exp(mean), and exp of the t interval's ends.
 * An interval without ends, as that of a single block, becomes `[0, UNBOUNDED]`, which supports no verdict.
 */
export function ratioOf(logs: Mean, confidence: Confidence = {}): Estimate {
  const { low, high } = interval(logs, confidence);
  return { estimate: exp(logs.mean), low: Math.exp(low), high: exp(high) };
}

/**
 * Geometric mean of independent positive values with its t interval on the log scale.
 * @throws RangeError when there are no values, or one is not positive and finite.
 */
export function geometricMean(values: readonly number[], confidence: Confidence = {}): Estimate {
  return ratioOf(meanOf(logarithms(values)), confidence);
}

/** Bounded, since JSON has no infinity. */
function exp(log: number): number {
  return Math.min(Math.exp(log), UNBOUNDED);
}

function logarithms(values: readonly number[]): number[] {
  return values.map((value) => {
    if (value > 0 && Number.isFinite(value)) return Math.log(value);
    throw new RangeError(`expected a positive, finite value, got ${value}`);
  });
}
