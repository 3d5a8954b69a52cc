import { CrossoverError } from '@crossover/model';

/** Most workers that an executor can be given. */
export const MAXIMUM_WORKERS = 64;

/** @throws CrossoverError `usage` when it is not an integer from 1 to the maximum. */
export function checkWorkers(workers: number, maximum: number = MAXIMUM_WORKERS): void {
  if (Number.isInteger(workers) && workers >= 1 && workers <= maximum) return;
  const expected = maximum === 1 ? '1' : `an integer from 1 to ${maximum}`;
  throw new CrossoverError({ code: 'usage', message: `workers: expected ${expected}, got ${workers}` });
}
