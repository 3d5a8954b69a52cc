// First line of a worker's code: everything else is imported after it has reported.
import { once } from 'node:events';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Reply, Request, ThreadData } from '../protocol.ts';

const { index, assignment, arena, control, waitPolicy, stretch, core } = workerData as ThreadData;
const report = (reply: Reply): void => parentPort?.postMessage(reply, []);
report({ kind: 'up' });

const { laneOf } = await import('@crossover/lanes');
const { CrossoverError, failureOf } = await import('@crossover/model');
const { bindKernel } = await import('../binding.ts');
const { CollectionClock, collectGarbage } = await import('../collection-clock.ts');
const { ControlBlock } = await import('../control-block.ts');
const { atomicsParking } = await import('../parking.ts');
const { stayOnCore } = await import('../pinning.ts');
const { bindingOfStretch, Stretch } = await import('../stretch.ts');
const { serve } = await import('../worker-loop.ts');

const collections = new CollectionClock();

async function replyTo(request: Request | undefined): Promise<Reply> {
  switch (request?.kind) {
    case 'counters':
      // All other counters are of the process, which its main thread counts.
      return { kind: 'counters', counters: { gcNs: await collections.read() } };
    case 'collect':
      collectGarbage();
      return { kind: 'collect' };
    case 'bind':
    case 'chunk':
    case 'cpu-time':
    case 'memory':
    case 'nothing':
    case undefined: {
      const message = `a worker thread has no answer to ${request?.kind ?? 'nothing'}`;
      throw new CrossoverError({ code: 'internal', message });
    }
  }
}

/** It was sent before the task that says so. */
async function answer(): Promise<void> {
  const received = parentPort === null ? undefined : receiveMessageOnPort(parentPort);
  try {
    report(await replyTo(received?.message as Request | undefined));
  } catch (error) {
    report({ kind: 'failed', failure: failureOf(error) });
  }
}

if (parentPort !== null) await once(parentPort, 'message');
try {
  if (core !== undefined) stayOnCore(core);
  const own = await bindKernel(assignment, arena);
  const { chunksPerWorker } = laneOf(assignment.lane);
  const binding =
    stretch === undefined ? own : bindingOfStretch(own, assignment, new Stretch(stretch), chunksPerWorker);
  report({ kind: 'bound' });
  const shape = { workers: assignment.workers, passes: binding.schedule.passes };
  const waiting = { parking: atomicsParking, policy: waitPolicy };
  const block = new ControlBlock(shape, new Int32Array(control), waiting);
  await serve({ index, assignment, binding, block, report, answer });
} catch (error) {
  report({ kind: 'failed', failure: failureOf(error) });
}
