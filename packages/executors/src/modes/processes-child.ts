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

const { viewsOf } = await import('@crossover/model');
const { bindKernel, kernelError } = await import('../binding.ts');
const { serveParent } = await import('../chunk-service.ts');
const { enterPass, runChunk } = await import('../pass-loop.ts');
const { notYetBusy } = await import('../phase-clock.ts');
const { collectGarbage } = await import('../collection-clock.ts');
const { stayOnCore } = await import('../pinning.ts');
const { ownCounters } = await import('../process-counters.ts');

serveParent(async ({ assignment, core }) => {
  if (core !== undefined) stayOnCore(core);
  const arena = new ArrayBuffer(assignment.layout.byteLength);
  const { bound, kernel } = await bindKernel(assignment, arena);
  return {
    kernel,
    views: viewsOf(assignment.layout, arena),
    execute: (request) => {
      const busy = notYetBusy();
      try {
        if (request.first) enterPass(bound, request.pass, busy);
        runChunk(bound, request.pass, request, busy);
      } catch (error) {
        throw kernelError(assignment, error);
      }
      return busy;
    },
    empty: () => {},
    counters: ownCounters,
    collectGarbage,
  };
}, report);
