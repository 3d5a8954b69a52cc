// First line of a child's code: everything else is imported after it has reported.
import type { Reply } from '../protocol.ts';

// By a signal, because `process.exit` can wait forever for V8's compiler threads (nodejs/node#54918).
const end = (): void => {
  process.kill(process.pid, 'SIGKILL');
};
const report = (reply: Reply): void => {
  // When the parent is gone, there is nothing left to do.
  process.send?.(reply, undefined, undefined, (error) => {
    if (error !== null) end();
  });
};
process.once('disconnect', end);
report({ kind: 'up' });

const { loadKernel } = await import('@crossover/kernels');
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
      const { compute, marshal } = await threads.run();
      return { compute, marshal, passes: [] };
    },
    empty: threads.empty,
    counters: threads.counters,
    collectGarbage: threads.collectGarbage,
  };
}, report);
