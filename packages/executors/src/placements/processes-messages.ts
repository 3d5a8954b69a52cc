import { laneOf } from '@crossover/lanes';
import { assignmentOf, fillArena } from '../binding.ts';
import { Distribution } from '../distribution.ts';
import { messageCrew } from '../message-crew.ts';
import type { Job, KernelSpec } from '@crossover/model';
import type { ProcessPlacement } from '../process-placement.ts';

/**
 * Every process has an arena of its own. Chunks and what they read go to the children by message, and what they write
 * comes back.
 * @param children how many there are
 */
export function placeByMessage(kernel: KernelSpec, job: Job, children: number, entry: URL): ProcessPlacement {
  const assignment = assignmentOf(job);
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const { chunksPerWorker } = laneOf(job.lane);
  return {
    entry,
    views,
    waitPolicy: 'park',
    bindRequest: () => ({ kind: 'bind', assignment }),
    gather: (recipients) => {
      const distribution = new Distribution(kernel, { ...job, workers: children }, views, recipients, {
        chunksPerWorker,
        sentIn: 'transport',
      });
      return messageCrew(distribution, recipients);
    },
    release: () => {},
  };
}
