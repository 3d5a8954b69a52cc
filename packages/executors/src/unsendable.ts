import { CrossoverError } from '@crossover/model';

/**
 * The error of something that was to be sent to a worker, and cannot be copied: a function, for example, or anything with one in
 * it.
 * @param where which worker, in the words of a failure
 */
export function unsendable(where: string, cause: unknown): CrossoverError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `what a worker is to be told cannot be sent: ${why}`;
  const hint = 'a job is plain data, but for its inputs';
  return new CrossoverError({ code: 'usage', message, where, hint }, cause);
}
