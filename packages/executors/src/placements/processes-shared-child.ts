// First line of a child's code: everything else is imported after it has reported.
import type { Reply, Request } from '../protocol.ts';

// By a signal, because `process.exit` can wait forever for V8's compiler threads (nodejs/node#54918).
const end = (): void => {
  process.kill(process.pid, 'SIGKILL');
};
/** Resolves when it is on its way: a child that then sleeps sends nothing more. */
const report = (reply: Reply): Promise<void> =>
  new Promise((resolve) => {
    // Its event loop, which would say so, may never turn again.
    if (!process.connected) end();
    process.send?.(reply, undefined, undefined, (error) => {
      // When the parent is gone, there is nothing left to do.
      if (error !== null) end();
      resolve();
    });
  });
process.once('disconnect', end);
await report({ kind: 'up' });

const { loadAddon } = await import('@crossover/addon');
const { loadKernel } = await import('@crossover/kernels');
const { CrossoverError, failureOf } = await import('@crossover/model');
const { bindKernel } = await import('../binding.ts');
const { ControlBlock } = await import('../control-block.ts');
const { futexParking } = await import('../futex-parking.ts');
const { Inbox } = await import('../inbox.ts');
const { stayOnCore } = await import('../pinning.ts');
const { replyAboutSelf } = await import('../self-reply.ts');
const { openSharedMemory } = await import('../process-memory.ts');
const { serve } = await import('../worker-loop.ts');

const inbox = new Inbox<Request>();
process.on('message', (request: Request) => inbox.put(request));

async function answer(): Promise<void> {
  const request = await inbox.next();
  if (request.kind === 'bind' || request.kind === 'chunk') throw unexpected(request);
  await report(await replyAboutSelf(request));
}

function unexpected({ kind }: Request): Error {
  const message = `a process that shares its arena has no answer to ${kind}`;
  return new CrossoverError({ code: 'internal', message });
}

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
  const station = { index: place.index, assignment, binding, block, answer };
  await serve({ ...station, report: (reply) => void report(reply) });
} catch (error) {
  await report({ kind: 'failed', failure: failureOf(error) });
}
