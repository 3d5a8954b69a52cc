import { collectGarbage } from './collection-clock.ts';
import { ownCounters } from './process-counters.ts';
import { ownCpuTime, ownMemory } from './resource-usage.ts';
import type { Reply, SelfRequest } from './protocol.ts';

/** What a child process answers to a request that is about itself. */
export async function replyAboutSelf({ kind }: SelfRequest): Promise<Reply> {
  switch (kind) {
    case 'cpu-time':
      return { kind, cpu: ownCpuTime() };
    case 'counters':
      return { kind, counters: await ownCounters() };
    case 'memory':
      return { kind, memory: await ownMemory() };
    case 'collect':
      collectGarbage();
      return { kind };
    case 'nothing':
      return { kind };
  }
}
