import { laneOf } from '@crossover/lanes';
import { assignmentOf, fillArena } from '../binding.ts';
import { blockBytes, ControlBlock } from '../control-block.ts';
import { Crew } from '../crew.ts';
import { atomicsParking } from '../parking.ts';
import { waitPolicyOf } from '../wait-policy.ts';
import type { Job, KernelSpec, LaneArena } from '@crossover/model';
import type { BlockThreadData } from '../protocol.ts';
import type { Stretch } from '../stretch.ts';
import type { ThreadPlacement } from '../thread-placement.ts';

const GRACE_MS = 2_000;

/**
 * One arena for all threads, and a control block beside it: nothing is sent.
 * @param stretch what the threads work on in each operation, if not all items in all passes
 * @param allocated the arena, where it is in memory of the lane's own kind, with the layout of the job
 */
export function placeInOneArena(
  { passes }: KernelSpec,
  job: Job,
  entry: URL,
  { stretch, allocated }: { readonly stretch?: Stretch | undefined; readonly allocated?: LaneArena },
): ThreadPlacement {
  const arena = allocated?.arena ?? new SharedArrayBuffer(job.layout.byteLength);
  const { prepare } = laneOf(job.lane);
  const shape = { workers: job.workers, passes: passes.length };
  const waitPolicy = waitPolicyOf(job);
  const common = { assignment: assignmentOf(job), arena, waitPolicy };
  return {
    entry,
    arena,
    views: fillArena(job, arena),
    means: async () => allocated?.means ?? (await prepare?.(job.kernelId)),
    waitPolicy,
    begin: () => {
      const control = new SharedArrayBuffer(blockBytes(shape));
      const waiting = { parking: atomicsParking, policy: waitPolicy };
      const block = new ControlBlock(shape, new Int32Array(control), waiting);
      const data: Omit<BlockThreadData, 'index'> = {
        ...common,
        control,
        ...(stretch && { stretch: stretch.memory }),
      };
      return { data, gather: (threads) => new Crew(block, threads), graceMs: GRACE_MS };
    },
  };
}
