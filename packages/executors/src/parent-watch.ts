// A thread of a child process: looks whether the parent is still there, and ends the process when it is not. The main thread
// may be in a kernel that never returns.
import { workerData } from 'node:worker_threads';

/** What it is created with. */
export interface Watch {
  /** Process id. */
  readonly parent: number;
  /** How often it looks, in milliseconds. */
  readonly everyMs: number;
}

const { parent, everyMs } = workerData as Watch;

/** Windows leaves the number of a parent that is gone; elsewhere somebody else takes its place. */
function isThere(): boolean {
  if (process.platform !== 'win32') return process.ppid === parent;
  try {
    return process.kill(parent, 0);
  } catch {
    return false;
  }
}

setInterval(() => {
  if (!isThere()) process.kill(process.pid, 'SIGKILL');
}, everyMs);
