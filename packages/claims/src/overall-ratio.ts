import { geometricMean } from '@crossover/statistics';
import type { Estimate, JudgedCase } from '@crossover/model';

/** With fewer, an interval over kernels says nothing. */
const FEWEST_KERNELS = 3;

/**
 * Geometric mean of the ratios of a claim's cases. Each kernel counts once, however many cases it has, and the interval
 * is over kernels: it speaks of kernels like these, not of repeating the same ones.
 */
export function meanOverKernels(cases: readonly JudgedCase[]): Estimate | undefined {
  const kernels = [...Map.groupBy(cases, ({ kernel }) => kernel).values()];
  if (kernels.length < FEWEST_KERNELS) return undefined;
  return geometricMean(kernels.map((own) => geometricMean(own.map(({ ratio }) => ratio.estimate)).estimate));
}
