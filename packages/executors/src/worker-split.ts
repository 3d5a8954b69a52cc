/** Workers divided evenly among processes, as threads of each. */
export interface WorkerSplit {
  readonly processes: number;
  readonly threads: number;
}

/**
 * The ways to divide a number of workers that are worth a look: one process, a process for each, and between these the
 * most balanced, in both directions. A prime number has none between.
 */
export function splitsOf(workers: number): readonly WorkerSplit[] {
  const fewer = largestDivisorUpToRoot(workers);
  const processes = new Set([1, fewer, workers / fewer, workers]);
  return [...processes].map((count) => ({ processes: count, threads: workers / count }));
}

function largestDivisorUpToRoot(number: number): number {
  let divisor = Math.floor(Math.sqrt(number));
  while (number % divisor !== 0) divisor--;
  return divisor;
}
