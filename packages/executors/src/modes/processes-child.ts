// First line of a child's code: everything else is imported after it has reported.
import type { ChunkRequest, Reply, Request } from '../protocol.ts';
import type { Assignment } from '../binding.ts';

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

const { CrossoverError, failureOf, viewsOf } = await import('@crossover/model');
const { bindKernel, kernelError } = await import('../binding.ts');
const { packOwn, trafficOf, unpack } = await import('../parcel.ts');
const { enterPass, runChunk } = await import('../pass-loop.ts');
const { notYetBusy } = await import('../phase-clock.ts');
const { collectGarbage } = await import('../collection-clock.ts');
const { ownCounters } = await import('../process-counters.ts');
const { ownCpuTime, ownMemory } = await import('../resource-usage.ts');

/** Executes a chunk in this process's own arena. */
type Execute = (request: ChunkRequest) => Reply;

let execute: Execute = () => {
  throw new CrossoverError({ code: 'internal', message: 'a chunk came before the kernel was bound' });
};

async function bind(assignment: Assignment): Promise<Execute> {
  const { layout } = assignment;
  const arena = new ArrayBuffer(layout.byteLength);
  const views = viewsOf(layout, arena);
  const { bound, kernel } = await bindKernel(assignment, arena);
  const traffic = trafficOf(kernel, layout);
  return (request) => {
    const busy = notYetBusy();
    try {
      unpack(request.inputs, views);
      if (request.first) enterPass(bound, request.pass, busy);
      runChunk(bound, request.pass, request, busy);
    } catch (error) {
      throw kernelError(assignment, error);
    }
    return { kind: 'done', outputs: packOwn(layout, views, traffic[request.pass]!.writes, request), busy };
  };
}

async function answer(request: Request): Promise<Reply> {
  switch (request.kind) {
    case 'bind':
      execute = await bind(request.assignment);
      return { kind: 'bound' };
    case 'chunk':
      return execute(request);
    case 'cpu-time':
      return { kind: 'cpu-time', cpu: ownCpuTime() };
    case 'counters':
      return { kind: 'counters', counters: await ownCounters() };
    case 'memory':
      return { kind: 'memory', memory: await ownMemory() };
    case 'collect':
      collectGarbage();
      return { kind: 'collect' };
  }
}

process.on('message', (request: Request) => {
  answer(request).then(report, (error: unknown) => report({ kind: 'failed', failure: failureOf(error) }));
});
