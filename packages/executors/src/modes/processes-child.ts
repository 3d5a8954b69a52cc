// First line of a child's code: everything else is imported after it has reported.
import { openChannel } from '../parent-channel.ts';

const report = openChannel();

const { viewsOf } = await import('@crossover/model');
const { bindKernel, kernelError } = await import('../binding.ts');
const { serveParent } = await import('../chunk-service.ts');
const { enterPass, runChunk } = await import('../pass-loop.ts');
const { begin, notYetBusy } = await import('../phase-clock.ts');
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
        begin(busy);
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
