import { availableCores } from '@crossover/environment';
import type { Job, WaitPolicy } from '@crossover/model';

/** How the workers of a job wait: as they are told, else by looking first if there is a core for each of them. */
export function waitPolicyOf({ waitPolicy, workers }: Pick<Job, 'waitPolicy' | 'workers'>): WaitPolicy {
  return waitPolicy ?? (workers <= availableCores().usable ? 'spin-then-park' : 'park');
}
