import { laneOf } from '@crossover/lanes';
import { assignmentOf, fillArena } from '../binding.ts';
import { Distribution } from '../distribution.ts';
import { messageCrew } from '../message-crew.ts';
import type { Job, KernelSpec } from '@crossover/model';
import type { ProcessPlacement } from '../process-placement.ts';

/**
 * Chunks for each process that shares them out again among its threads, if all were as small as the last. They shrink: each
 * costs a message and waking the threads, and only the last ones have to even out.
 */
const CHUNKS_PER_PROCESS = 16;

/**
 * Every process has an arena of its own. Chunks and what they read go to the children by message, and what they write
 * comes back.
 * @param children how many there are
 */
export function placeByMessage(kernel: KernelSpec, job: Job, children: number, entry: URL): ProcessPlacement {
  const assignment = assignmentOf(job);
  const views = fillArena(job, new ArrayBuffer(job.layout.byteLength));
  const divided = job.processes !== undefined;
  const { chunksPerWorker = divided ? CHUNKS_PER_PROCESS : undefined } = laneOf(job.lane);
  const chunking = divided ? { chunking: job.chunking ?? 'guided' } : {};
  return {
    entry,
    views,
    waitPolicy: 'park',
    bindRequest: () => ({ kind: 'bind', assignment }),
    gather: (recipients) => {
      const distribution = new Distribution(
        kernel,
        { ...job, workers: children, ...chunking },
        views,
        recipients,
        {
          chunksPerWorker,
          sentIn: 'transport',
        },
      );
      return messageCrew(distribution, recipients);
    },
    release: () => {},
  };
}
