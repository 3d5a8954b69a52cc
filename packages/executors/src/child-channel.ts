import { endWithParent } from './end-with-parent.ts';
import type { Channel } from './chunk-service.ts';
import type { Reply } from './protocol.ts';

/** The way between a child process and its parent, which end together. */
export function childChannel(report: (reply: Reply) => void): Channel {
  return {
    listen: (take) => void process.on('message', take),
    report,
    // Once it has answered: only what is bound is ever busy, and this is no part of starting.
    bound: () => void setImmediate(endWithParent),
  };
}
