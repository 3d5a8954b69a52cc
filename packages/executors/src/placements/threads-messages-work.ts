import { parentPort } from 'node:worker_threads';
import { executeChunks } from '../chunk-execution.ts';
import { serveParent } from '../chunk-service.ts';
import { CollectionClock } from '../collection-clock.ts';
import { postReply } from '../passing.ts';
import type { MessageThreadData, Reply, Request } from '../protocol.ts';

const listen = (take: (request: Request) => void): void => void parentPort?.on('message', take);

/** All that a worker thread does after it has reported that it is up: chunks, one after the other. */
export function work({ passing, core }: MessageThreadData): void {
  const collections = new CollectionClock();
  // All other counters are of the process, which its main thread counts.
  const counters = async () => ({ gcNs: await collections.read() });
  const report = (reply: Reply): void => {
    const { message, moved } = postReply(reply, passing);
    parentPort?.postMessage(message, moved);
  };
  serveParent(({ assignment, means }) => executeChunks({ assignment, means, core, counters }), {
    listen,
    report,
  });
}
