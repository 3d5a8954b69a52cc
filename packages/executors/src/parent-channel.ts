// Imported before a child has reported: it imports nothing itself.
import type { Reply } from './protocol.ts';

/**
 * A child process's way to its parent: gives what sends an answer, after the first, by which the parent knows that the
 * child is up. When the parent is gone there is nothing left to do, and the child ends.
 */
export function openChannel(): (reply: Reply) => void {
  const report = (reply: Reply): void => {
    process.send?.(reply, undefined, undefined, (error) => {
      if (error !== null) end();
    });
  };
  process.once('disconnect', end);
  report({ kind: 'up' });
  return report;
}

/** By a signal, because `process.exit` can wait forever for V8's compiler threads (nodejs/node#54918). */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
