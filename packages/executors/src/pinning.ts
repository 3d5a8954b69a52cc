import { addonUnavailable, loadAddon } from '@crossover/addon';
import type { Mode, Unavailable } from '@crossover/model';

/**
 * Why the workers of a mode cannot be kept on cores of their own; undefined where they can, or where they are none but
 * the calling thread, which is never pinned.
 */
export async function pinningUnavailable(
  mode: Pick<Mode, 'id' | 'inCallingThread' | 'pinnable'>,
): Promise<Unavailable | undefined> {
  if (mode.inCallingThread) return undefined;
  if (!mode.pinnable) {
    return { reason: `${mode.id} cannot keep its workers on cores`, remedy: 'leave out --pin' };
  }
  if (process.platform !== 'linux') {
    return { reason: 'threads are kept on cores on Linux only', remedy: 'leave out --pin' };
  }
  return await addonUnavailable();
}

/**
 * Has the calling thread stay on one of the cores that it may run on: the first for worker 0, and around where there are
 * more workers than cores. An addon must be loaded in the main thread before any other thread loads it.
 */
export function stayOnCore(worker: number): void {
  const { ownAffinity, pinThread } = loadAddon();
  const cores = ownAffinity();
  pinThread(cores[worker % cores.length]!);
}
