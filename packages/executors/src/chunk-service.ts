import { CrossoverError, failureOf } from '@crossover/model';
import { kernelError } from './binding.ts';
import { packOwn, trafficOf, unpack } from './parcel.ts';
import { carried, now } from './phase-clock.ts';
import { RegionFile } from './region-file.ts';
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
  /** Where chunks find what they read, if not in messages. */
  readonly file: RegionFile | undefined;
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
      .then(send)
      .catch((error: unknown) => report({ kind: 'failed', failure: failureOf(error) }));
  });

  function send(reply: Reply): void {
    try {
      report(reply);
    } catch (error) {
      const message = `the answer cannot be sent: ${failureOf(error).message}`;
      throw new CrossoverError({ code: 'internal', message }, error);
    }
  }

  async function answer(request: Request): Promise<Reply> {
    switch (request.kind) {
      case 'bind': {
        const { assignment } = request;
        const executor = await bind(request);
        channel.bound?.();
        const traffic = trafficOf(executor.kernel, assignment.layout);
        const file = request.file === undefined ? undefined : new RegionFile(request.file, assignment.layout);
        service = { ...executor, assignment, traffic, file };
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

async function executed(service: Service, request: ChunkRequest): Promise<Reply> {
  const { views, execute, file } = service;
  if (file === undefined) {
    unpack(request.inputs, views);
    const busy = await execute(request);
    return { kind: 'done', outputs: written(service, request), busy };
  }
  const began = now();
  file.read(request.deposits ?? [], views);
  const fetched = now();
  const busy = await execute(request);
  const deposits = file.write(written(service, request));
  return { kind: 'done', outputs: [], deposits, busy: carried(busy, fetched - began, now() - busy.ended) };
}

/** @throws CrossoverError when the kernel says of its items that they lie where there is nothing. */
function written({ assignment, traffic, views }: Service, request: ChunkRequest): ReturnType<typeof packOwn> {
  try {
    return packOwn(assignment.layout, views, traffic[request.pass]!.writes, request);
  } catch (error) {
    throw kernelError(assignment, error);
  }
}
