import { availableCores } from '@crossover/environment';
import type { Job, WaitPolicy } from '@crossover/model';

/**
 * How the workers of a job and their caller wait: as they are told, else by looking first if there is a core for each of
 * them and one for the caller. Who looks on a core that another one needs keeps it from doing what is waited for.
 */
export function waitPolicyOf({ waitPolicy, workers }: Pick<Job, 'waitPolicy' | 'workers'>): WaitPolicy {
  return waitPolicy ?? (workers < availableCores().usable ? 'spin-then-park' : 'park');
}
