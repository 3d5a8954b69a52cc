// First line of a child's code: everything else is imported after it has reported.
import { openChannel } from '../parent-channel.ts';

const report = openChannel();

const { loadKernel } = await import('@crossover/kernels');
const { busyWith } = await import('../phase-clock.ts');
const { serveParent } = await import('../chunk-service.ts');
const { Stretch } = await import('../stretch.ts');
const { startWorkerThreads } = await import('./worker-threads.ts');

serveParent(async ({ assignment, core }) => {
  const { workers, processes = 1 } = assignment;
  const stretch = new Stretch();
  const job = { ...assignment, workers: workers / processes, inputs: {} };
  const threads = await startWorkerThreads(job, undefined, {
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
}, report);
