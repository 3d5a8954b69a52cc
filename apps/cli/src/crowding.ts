import { availableCores } from '@crossover/environment';
import type { PlannedCell } from '@crossover/model';

/** What to know before cells are run that have more workers than there are cores for; undefined where none has. */
export function crowdingNote(cells: readonly PlannedCell[]): string | undefined {
  const crowded = cells.filter(({ oversubscribed, unavailable }) => oversubscribed && !unavailable);
  if (crowded.length === 0) return undefined;
  const counts = new Set(crowded.map(({ workers }) => workers));
  const { usable, affinity, quota } = availableCores();
  const limit = quota !== undefined && quota < affinity ? ` (of ${affinity}, by the quota of ${quota})` : '';
  const cores = usable === 1 ? '1 core' : `${usable} cores`;
  return `${[...counts].join(', ')} workers on ${cores}${limit}: they will take turns, in ${crowded.length} of ${cells.length} cells`;
}
