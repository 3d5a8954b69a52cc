import { CrossoverError } from '@crossover/model';
import type { ClaimsDocument, Result, RunComparison } from '@crossover/model';

/**
 * A result, its claims alone, or a comparison of two runs, as JSON, for programs: what is read back equals what was written.
 * @throws CrossoverError `internal` when a number is not finite, which JSON would turn into null.
 */
export function renderJson(result: Result | ClaimsDocument | RunComparison): string {
  const text = JSON.stringify(
    result,
    (key, value: unknown) => {
      if (typeof value !== 'number' || Number.isFinite(value)) return value;
      throw new CrossoverError({
        code: 'internal',
        message: `the result holds ${value}, which JSON cannot`,
        where: `field ${key}`,
      });
    },
    2,
  );
  return `${text}\n`;
}
