import { failureOf } from '@crossover/model';
import { askHost } from './host/host-process.ts';
import type { Answer } from './host/host-process.ts';
import type { Peaks, PlannedKernel } from '@crossover/model';

/** Each takes half a second; between the fewest and the most threads two numbers say enough. */
const MOST_COUNTS = 4;

/** Measuring takes a second or two: what takes longer hangs. */
const LIMIT_MS = 60_000;

/**
 * Measures what this machine can do at most, in a fresh process, with one thread, with one for each core, and with as many as
 * cells have workers. What cannot be measured is a value that says why.
 * @param cores that this process may use
 * @throws CrossoverError `interrupted` when the signal was given.
 */
export async function measurePeaks(
  kernels: readonly Pick<PlannedKernel, 'cells'>[],
  cores: number,
  signal: AbortSignal,
): Promise<Peaks> {
  let answer: Answer | undefined;
  try {
    await askHost(
      { kind: 'peaks', threads: threadCounts(kernels, cores) },
      { signal, timeLimitMs: LIMIT_MS, onReply: (reply) => (answer = reply) },
    );
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code === 'interrupted') throw error;
    return { status: 'failed', failure };
  }
  if (answer?.kind === 'failed') return { status: 'failed', failure: answer.failure };
  if (answer?.kind === 'peaks') return answer.peaks;
  throw new TypeError(`peaks were answered by ${answer?.kind ?? 'nothing'}`);
}

/** Ascending: 1, the number of cores, and numbers of workers between them, as far as there is time. */
export function threadCounts(
  kernels: readonly Pick<PlannedKernel, 'cells'>[],
  cores: number,
): readonly number[] {
  const workers = kernels.flatMap(({ cells }) => cells.map((cell) => cell.workers));
  const between = [...new Set(workers)].filter((count) => count > 1 && count < cores);
  const chosen = between.toSorted((a, b) => a - b).slice(0, MOST_COUNTS - 2);
  return [...new Set([1, ...chosen, cores])];
}
