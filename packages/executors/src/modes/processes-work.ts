import { viewsOf } from '@crossover/model';
import { bindKernel, kernelError } from '../binding.ts';
import { serveParent } from '../chunk-service.ts';
import { collectGarbage } from '../collection-clock.ts';
import { enterPass, runChunk } from '../pass-loop.ts';
import { begin, notYetBusy } from '../phase-clock.ts';
import { stayOnCore } from '../pinning.ts';
import { ownCounters } from '../process-counters.ts';
import type { Reply } from '../protocol.ts';

/** All that a child process does after it has reported that it is up: chunks, one after the other. */
export function work(report: (reply: Reply) => void): void {
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
}
