import { loadKernel } from '@crossover/kernels';
import { childChannel } from '../child-channel.ts';
import { serveParent } from '../chunk-service.ts';
import { busyWith } from '../phase-clock.ts';
import { Stretch } from '../stretch.ts';
import { startWorkerThreads } from './worker-threads.ts';
import type { Reply } from '../protocol.ts';

/**
 * All that a child process does after it has reported that it is up: chunks, each by all of its threads.
 * @param entry what the threads run, if not what belongs to them
 */
export function work(report: (reply: Reply) => void, entry?: URL): void {
  serveParent(async ({ assignment, core }) => {
    const { workers, processes = 1 } = assignment;
    const stretch = new Stretch();
    const job = { ...assignment, workers: workers / processes, inputs: {} };
    const threads = await startWorkerThreads(job, entry, {
      stretch,
      ...(core !== undefined && { firstCore: core }),
    });
    return {
      kernel: await loadKernel(assignment.kernelId),
      views: threads.views,
      execute: async (request) => {
        stretch.write(request);
        return await busyWith(threads.run);
      },
      empty: threads.empty,
      counters: threads.counters,
      collectGarbage: threads.collectGarbage,
    };
  }, childChannel(report));
}
