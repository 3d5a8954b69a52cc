import { loadAddon } from '@crossover/addon';
import type { Parking } from './parking.ts';

/**
 * Between processes, on a `SharedMapping`.
 * @throws Error when the addon does not load.
 */
export function futexParking(): Parking {
  const { futexWait, futexWake } = loadAddon();
  return { wait: futexWait, wake: futexWake };
}
