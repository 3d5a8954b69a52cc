import { laneOf } from '@crossover/lanes';
import { CrossoverError, failureOf } from '@crossover/model';
import { placeInOneArena } from './threads-shared.ts';
import type { Job, KernelSpec, PlacementChoice, Unavailable } from '@crossover/model';
import type { ThreadPlacement } from '../thread-placement.ts';

/** The arena is the memory of all instances: a lane that else copies to memory of its own copies nothing. */
export const inWebAssemblyMemory: PlacementChoice = {
  id: 'shared-memory',
  title: 'one WebAssembly memory for the instances of all threads, with the arena in it',
  unavailable: async (lane, kernelId) => {
    const { sharedMemory } = laneOf(lane);
    return sharedMemory === undefined ? nothingToShare(lane) : await sharedMemory.unavailable(kernelId);
  },
};

/** @throws CrossoverError `mode-unavailable` when the lane has no such memory, or there is not so much. */
export async function placeInWebAssemblyMemory(
  kernel: KernelSpec,
  job: Job,
  entry: URL,
): Promise<ThreadPlacement> {
  const problem = await inWebAssemblyMemory.unavailable(job.lane, job.kernelId);
  const { sharedMemory } = laneOf(job.lane);
  if (problem !== undefined || sharedMemory === undefined) {
    const { reason, remedy } = problem ?? nothingToShare(job.lane);
    throw new CrossoverError({ code: 'mode-unavailable', message: reason, hint: remedy });
  }
  const allocated = await sharedMemory.allocate(job.kernelId, job.layout).catch((error: unknown) => {
    const { message } = failureOf(error);
    const hint = 'use a smaller workload, or the default placement';
    throw new CrossoverError({ code: 'mode-unavailable', message, hint }, error);
  });
  return placeInOneArena(kernel, { ...job, layout: allocated.layout }, entry, { allocated });
}

function nothingToShare(lane: string): Unavailable {
  const reason =
    laneOf(lane).memory === 'arena'
      ? `${lane} computes in the arena itself, which its threads share as it is`
      : `${lane} makes new instances all the time, and each clears its memory`;
  return { reason, remedy: 'use the default placement' };
}
