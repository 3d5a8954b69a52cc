import { loadAddon } from '@crossover/addon';

/**
 * Has the system kill this process together with its parent, whatever it is doing then. Where there is no addon, or not
 * Linux, a child that is busy when its parent ends goes on until its event loop turns.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  let still: boolean;
  try {
    still = loadAddon().endWithParent(parent);
  } catch {
    return;
  }
  if (!still) process.kill(process.pid, 'SIGKILL');
}
