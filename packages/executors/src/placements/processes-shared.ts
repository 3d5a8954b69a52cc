import { sharedMappingUnavailable } from '@crossover/addon';
import { assignmentOf, fillArena } from '../binding.ts';
import { ControlBlock } from '../control-block.ts';
import { Crew } from '../crew.ts';
import { futexParking } from '../futex-parking.ts';
import { createSharedMemory } from '../process-memory.ts';
import { waitPolicyOf } from '../wait-policy.ts';
import type { Job, KernelSpec, PlacementChoice } from '@crossover/model';
import type { ProcessPlacement } from '../process-placement.ts';

/** What the children run. */
const ENTRY = new URL('./processes-shared-child.js', import.meta.url);

/**
 * One arena for all processes, in a file that each has in its memory: nothing is sent. It lies in `/dev/shm` if there is
 * room, else among the temporary files.
 */
export const sharedBetweenProcesses: PlacementChoice = {
  id: 'shared',
  title: 'one arena in memory that processes share, and a control block beside it',
  unavailable: () => sharedMappingUnavailable(),
};

/** @throws CrossoverError `mode-unavailable` when there is no room for the arena. */
export function placeInSharedMemory(kernel: KernelSpec, job: Job, entry: URL = ENTRY): ProcessPlacement {
  const assignment = assignmentOf(job);
  const shape = { workers: job.workers, passes: kernel.passes.length };
  const { mapping, arena, words } = createSharedMemory(job, shape);
  try {
    const waitPolicy = waitPolicyOf(job);
    const parking = futexParking();
    const place = { path: mapping.path, waitPolicy, parent: process.pid };
    return {
      entry,
      views: fillArena(job, arena),
      waitPolicy,
      bindRequest: (index) => ({ kind: 'bind', assignment, place: { ...place, index } }),
      gather: (children) => {
        // Those before may have left it in any state.
        words.fill(0);
        return new Crew(new ControlBlock(shape, words, { parking, policy: waitPolicy }), children);
      },
      // Not before: children that replace others still open the memory by that path.
      release: () => mapping.seal(),
    };
  } catch (error) {
    mapping.seal();
    throw error;
  }
}
