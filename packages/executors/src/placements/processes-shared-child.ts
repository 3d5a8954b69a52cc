// First lines of a child's code: everything else is imported after it has reported, and all of it as one file.
import type { Reply } from '../protocol.ts';

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

const { work } = await import('./processes-shared-work.ts');
await work(report, end);
