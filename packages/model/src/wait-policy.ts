/**
 * How a worker waits for work, and a caller for its workers.
 * - `park`: it sleeps at once, and has to be woken;
 * - `spin-then-park`: it looks again and again for some microseconds, then sleeps;
 * - `spin`: it never sleeps, and keeps its core busy.
 *
 * Where nothing is said, spin-then-park if there is a core for each worker and one for the caller, else park.
 */
export const WAIT_POLICIES = ['park', 'spin-then-park', 'spin'] as const;

export type WaitPolicy = (typeof WAIT_POLICIES)[number];
