import { executeChunks } from '../chunk-execution.ts';
import { serveParent } from '../chunk-service.ts';
import { childChannel } from '../child-channel.ts';
import { ownCounters } from '../process-counters.ts';
import type { Reply } from '../protocol.ts';

/** All that a child process does after it has reported that it is up: chunks, one after the other. */
export function work(report: (reply: Reply) => void): void {
  serveParent(
    ({ assignment, core }) => executeChunks({ assignment, core, counters: ownCounters }),
    childChannel(report),
  );
}
