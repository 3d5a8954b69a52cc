import { loadAddon } from '@crossover/addon';
import { loadKernel } from '@crossover/kernels';
import { CrossoverError, failureOf } from '@crossover/model';
import { bindKernel } from '../binding.ts';
import { ControlBlock } from '../control-block.ts';
import { futexParking } from '../futex-parking.ts';
import { Inbox } from '../inbox.ts';
import { stayOnCore } from '../pinning.ts';
import { openSharedMemory } from '../process-memory.ts';
import { replyAboutSelf } from '../self-reply.ts';
import { serve } from '../worker-loop.ts';
import type { Reply, Request } from '../protocol.ts';

/**
 * All that a child process at a control block does after it has reported that it is up.
 * @param end ends this process
 */
export async function work(report: (reply: Reply) => Promise<void>, end: () => void): Promise<void> {
  const inbox = new Inbox<Request>();
  process.on('message', (request: Request) => inbox.put(request));
  try {
    const request = await inbox.next();
    if (request.kind !== 'bind' || request.place === undefined) throw unexpected(request);
    const { assignment, place, core } = request;
    // Asleep or in a kernel, it would not see that the channel was closed.
    if (!loadAddon().endWithParent(place.parent)) end();
    if (core !== undefined) stayOnCore(core);
    const { passes } = await loadKernel(assignment.kernelId);
    const shape = { workers: assignment.workers, passes: passes.length };
    const { arena, words } = openSharedMemory(place.path, assignment, shape);
    const binding = await bindKernel(assignment, arena);
    const waiting = { parking: futexParking(), policy: place.waitPolicy };
    const block = new ControlBlock(shape, words, waiting);
    await report({ kind: 'bound' });
    const answer = async (): Promise<void> => {
      const asked = await inbox.next();
      if (asked.kind === 'bind' || asked.kind === 'chunk') throw unexpected(asked);
      await report(await replyAboutSelf(asked));
    };
    await serve({ index: place.index, assignment, binding, block, report, answer });
  } catch (error) {
    await report({ kind: 'failed', failure: failureOf(error) });
  }
}

function unexpected({ kind }: Request): Error {
  const message = `a process that shares its arena has no answer to ${kind}`;
  return new CrossoverError({ code: 'internal', message });
}
