import { levelsAtLooks } from '@crossover/statistics';
import type { Settings } from '@crossover/model';

const known = new Map<string, number>();

/**
 * Level of the intervals of a run that may have ended at any of its looks. The same whether it did or not: it was fixed
 * when the looks were. Remembered, since it takes an integration and is asked for after every block.
 */
export function intervalLevel({ looks }: Pick<Settings, 'looks'>): number {
  const key = looks.join();
  const level = known.get(key) ?? levelsAtLooks(looks)[0] ?? 0.95;
  known.set(key, level);
  return level;
}
