import { laneOf } from '@crossover/lanes';
import { assignmentOf, fillArena } from '../binding.ts';
import { entryUnavailable } from '../child-entry.ts';
import { Distribution } from '../distribution.ts';
import { messageCrew } from '../message-crew.ts';
import { postRequest } from '../passing.ts';
import type { Job, KernelSpec, PlacementChoice } from '@crossover/model';
import type { MessageThreadData } from '../protocol.ts';
import type { Recipient } from '../distribution.ts';
import type { Passing } from '../passing.ts';
import type { ThreadPlacement } from '../thread-placement.ts';

/** What the threads run. */
const ENTRY = new URL('./threads-messages-child.js', import.meta.url);

/** Inputs and outputs of each chunk are copied into buffers of their own, and these moved to the thread and back. */
export const transferred: PlacementChoice = {
  id: 'transfer',
  title: 'chunks in buffers that are moved from thread to thread',
  unavailable: async () => entryUnavailable(ENTRY),
};

/** The same, but the buffers are copied on the way, as in any message to a worker that says nothing else. */
export const cloned: PlacementChoice = {
  id: 'clone',
  title: 'chunks in messages, as structured clones',
  unavailable: async () => entryUnavailable(ENTRY),
};

/** Every thread has an arena of its own. Chunks and what they read go there by message, and what they write comes back. */
export function placeByPosting(
  kernel: KernelSpec,
  job: Job,
  passing: Passing,
  entry: URL = ENTRY,
): ThreadPlacement {
  const arena = new ArrayBuffer(job.layout.byteLength);
  const views = fillArena(job, arena);
  const { chunksPerWorker, prepare } = laneOf(job.lane);
  const data: Omit<MessageThreadData, 'index'> = { assignment: assignmentOf(job), passing };
  return {
    entry,
    arena,
    views,
    means: async () => await prepare?.(job.kernelId),
    waitPolicy: 'park',
    begin: () => ({
      data,
      gather: (threads) => {
        const recipients = threads.map((thread): Recipient => ({
          peer: thread.peer,
          send: (request) => {
            const { message, moved } = postRequest(request, passing);
            thread.send(message, moved);
          },
        }));
        const terms = { chunksPerWorker, sentIn: 'place' } as const;
        return messageCrew(new Distribution(kernel, job, views, recipients, terms), recipients);
      },
      // They wait in their event loops, where nothing tells them to leave.
      graceMs: 0,
    }),
  };
}
