import { CrossoverError } from '@crossover/model';
import type { Mode } from '@crossover/model';

/** The same mode, which starts nothing in a placement that it does not know: no other is taken in its place. */
export function refusingUnknownPlacements(mode: Mode): Mode {
  return {
    ...mode,
    start: async (job) => {
      const { placement } = job;
      if (placement === undefined || mode.placements.some(({ id }) => id === placement)) {
        return await mode.start(job);
      }
      throw new CrossoverError({
        code: 'usage',
        message: `the mode ${mode.id} has no placement ${placement}`,
        hint: placementsHint([mode]),
      });
    },
  };
}

/** Which placements can be named in these modes. */
export function placementsHint(modes: readonly Pick<Mode, 'id' | 'placements'>[]): string {
  const known = new Set(modes.flatMap(({ placements }) => placements.map(({ id }) => id)));
  if (known.size > 0) return `one of: default, ${[...known].join(', ')}`;
  return `${modes.map(({ id }) => id).join(', ')}: no placement but the default`;
}
