import { CrossoverError, failureOf } from '@crossover/model';
import { packOwn, trafficOf, unpack } from './parcel.ts';
import { ownCpuTime, ownMemory } from './resource-usage.ts';
import type { ExecutorCounters, KernelSpec, Views } from '@crossover/model';
import type { Assignment } from './binding.ts';
import type { Busy } from './phase-clock.ts';
import type { BindRequest, ChunkRequest, Reply, Request } from './protocol.ts';
import type { Traffic } from './parcel.ts';

/** What executes chunks in the arena of a child process, or of a thread that shares none. */
export interface ChunkExecutor {
  readonly kernel: KernelSpec;
  /** On its own arena. */
  readonly views: Views;
  readonly execute: (request: ChunkRequest) => Busy | Promise<Busy>;
  /** Passes on to whatever threads it has that there is nothing to do. */
  readonly empty: () => void | Promise<void>;
  readonly counters: () => Promise<ExecutorCounters>;
  readonly collectGarbage: () => void | Promise<void>;
}

/** How requests come from the parent, and answers go there. */
export interface Channel {
  readonly listen: (take: (request: Request) => void) => void;
  readonly report: (reply: Reply) => void;
  /** Called when the kernel is bound. */
  readonly bound?: () => void;
}

/** An executor, and what it takes to answer with it. */
interface Service extends ChunkExecutor {
  readonly assignment: Assignment;
  readonly traffic: readonly Traffic[];
}

/**
 * Answers all requests of the parent, one after the other, in the order in which they come.
 * @param bind called with the first of them
 */
export function serveParent(bind: (request: BindRequest) => Promise<ChunkExecutor>, channel: Channel): void {
  const { report } = channel;
  let service: Service | undefined;
  let last = Promise.resolve();
  channel.listen((request) => {
    last = last
      .then(() => answer(request))
      .then(report, (error: unknown) => report({ kind: 'failed', failure: failureOf(error) }));
  });

  async function answer(request: Request): Promise<Reply> {
    switch (request.kind) {
      case 'bind': {
        const { assignment } = request;
        const executor = await bind(request);
        channel.bound?.();
        service = { ...executor, assignment, traffic: trafficOf(executor.kernel, assignment.layout) };
        return { kind: 'bound' };
      }
      case 'chunk':
        return await executed(bound(), request);
      case 'cpu-time':
        return { kind: 'cpu-time', cpu: ownCpuTime() };
      case 'counters':
        return { kind: 'counters', counters: await bound().counters() };
      case 'memory':
        return { kind: 'memory', memory: await ownMemory() };
      case 'collect':
        await bound().collectGarbage();
        return { kind: 'collect' };
      case 'nothing':
        await bound().empty();
        return { kind: 'nothing' };
    }
  }

  function bound(): Service {
    if (service !== undefined) return service;
    throw new CrossoverError({ code: 'internal', message: 'a request came before the kernel was bound' });
  }
}

async function executed(
  { assignment, traffic, views, execute }: Service,
  request: ChunkRequest,
): Promise<Reply> {
  unpack(request.inputs, views);
  const busy = await execute(request);
  const outputs = packOwn(assignment.layout, views, traffic[request.pass]!.writes, request);
  return { kind: 'done', outputs, busy };
}
