import { Worker } from 'node:worker_threads';
import { loadAddon } from '@crossover/addon';
import type { Watch } from './parent-watch.ts';

/** With this value in `CROSSOVER_PARENT_WATCH`, children watch their parent on Linux, too, as they do elsewhere. */
const BY_THREAD = 'thread';

/** How often a thread looks whether the parent is still there, in milliseconds. */
const EVERY_MS = 500;

/**
 * Has this process end together with its parent, whatever it is doing then: killed by the system where it can do that,
 * which is on Linux with the addon, and else by a thread that looks after the parent.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  if (process.env['CROSSOVER_PARENT_WATCH'] === BY_THREAD) {
    watch(parent);
    return;
  }
  let still: boolean;
  try {
    still = loadAddon().endWithParent(parent);
  } catch {
    watch(parent);
    return;
  }
  if (!still) process.kill(process.pid, 'SIGKILL');
}

function watch(parent: number): void {
  const workerData: Watch = { parent, everyMs: EVERY_MS };
  const watcher = new Worker(new URL('./parent-watch.js', import.meta.url), { workerData });
  // Without one this process still ends with its parent, as soon as its event loop turns.
  watcher.on('error', () => {});
  watcher.unref();
}
