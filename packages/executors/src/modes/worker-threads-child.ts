// First line of a worker's code: everything else is imported after it has reported.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Reply, ThreadData } from '../protocol.ts';

const { index, assignment, arena, control } = workerData as ThreadData;
const report = (reply: Reply): void => parentPort?.postMessage(reply, []);
report({ kind: 'up' });

const { failureOf } = await import('@crossover/model');
const { bindKernel, kernelError } = await import('../binding.ts');
const { CollectionClock, collectGarbage } = await import('../collection-clock.ts');
const { ControlBlock } = await import('../control-block.ts');
const { runPasses } = await import('../pass-loop.ts');
const { notYetBusy } = await import('../phase-clock.ts');

if (parentPort !== null) await once(parentPort, 'message');
try {
  const { bound, schedule } = await bindKernel(assignment, arena);
  report({ kind: 'bound' });
  const block = new ControlBlock(assignment.workers, schedule.passes, control);
  const sharing = block.sharing();
  const collections = new CollectionClock();
  for (
    let generation = block.awaitDispatch(0);
    !block.stopped;
    generation = block.awaitDispatch(generation)
  ) {
    const busy = notYetBusy();
    let failed = false;
    try {
      switch (block.task) {
        case 'operation':
          runPasses(bound, schedule, sharing, busy);
          break;
        case 'pauses':
          block.tellPauses(index, await collections.read());
          break;
        case 'collection':
          collectGarbage();
          break;
      }
    } catch (error) {
      failed = true;
      report({ kind: 'failed', failure: kernelError(assignment, error).failure });
      block.abandon();
    }
    block.finish(index, generation, busy, failed);
  }
} catch (error) {
  report({ kind: 'failed', failure: failureOf(error) });
}
