import { once } from 'node:events';
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { laneOf } from '@crossover/lanes';
import { CrossoverError, failureOf } from '@crossover/model';
import { bindKernel } from '../binding.ts';
import { CollectionClock, collectGarbage } from '../collection-clock.ts';
import { ControlBlock } from '../control-block.ts';
import { atomicsParking } from '../parking.ts';
import { stayOnCore } from '../pinning.ts';
import { bindingOfStretch, Stretch } from '../stretch.ts';
import { serve } from '../worker-loop.ts';
import type { BindRequest, BlockThreadData, Reply, Request } from '../protocol.ts';

const collections = new CollectionClock();

/** All that a worker thread does after it has reported that it is up. */
export async function work(
  { index, assignment, arena, control, waitPolicy, stretch, core }: BlockThreadData,
  report: (reply: Reply) => void,
): Promise<void> {
  const [request] = parentPort === null ? [] : ((await once(parentPort, 'message')) as [BindRequest]);
  try {
    if (core !== undefined) stayOnCore(core);
    const own = await bindKernel(assignment, arena, request?.means);
    const { chunksPerWorker } = laneOf(assignment.lane);
    const binding =
      stretch === undefined ? own : bindingOfStretch(own, assignment, new Stretch(stretch), chunksPerWorker);
    report({ kind: 'bound' });
    const shape = { workers: assignment.workers, passes: binding.schedule.passes };
    const waiting = { parking: atomicsParking, policy: waitPolicy };
    const block = new ControlBlock(shape, new Int32Array(control), waiting);
    await serve({ index, assignment, binding, block, report, answer: () => answer(report) });
  } catch (error) {
    report({ kind: 'failed', failure: failureOf(error) });
  }
}

/** Answers the message that was sent before the task that says so. */
async function answer(report: (reply: Reply) => void): Promise<void> {
  const received = parentPort === null ? undefined : receiveMessageOnPort(parentPort);
  try {
    report(await replyTo(received?.message as Request | undefined));
  } catch (error) {
    report({ kind: 'failed', failure: failureOf(error) });
  }
}

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
