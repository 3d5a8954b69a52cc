import { CrossoverError } from '@crossover/model';
import { pinningUnavailable } from './pinning.ts';
import type { Failure, Job, Mode } from '@crossover/model';

/**
 * The same mode, which starts nothing in a placement that it does not know, nor with workers that it cannot divide as it
 * is told, nor unpinned where they are to be pinned: nothing else is taken in the place of what was asked for.
 */
export function refusingMisfits(mode: Mode): Mode {
  return {
    ...mode,
    start: async (job) => {
      const misfit = placementMisfit(mode, job) ?? divisionMisfit(mode, job);
      if (misfit !== undefined) throw new CrossoverError({ code: 'usage', ...misfit });
      const problem = job.pinned && (await pinningUnavailable(mode));
      if (problem) {
        throw new CrossoverError({
          code: 'mode-unavailable',
          message: `workers cannot be pinned: ${problem.reason}`,
          hint: problem.remedy,
        });
      }
      return await mode.start(job);
    },
  };
}

type Misfit = Pick<Failure, 'message' | 'hint'>;

function placementMisfit(mode: Mode, { placement }: Job): Misfit | undefined {
  if (placement === undefined || mode.placements.some(({ id }) => id === placement)) return undefined;
  return { message: `the mode ${mode.id} has no placement ${placement}`, hint: placementsHint([mode]) };
}

function divisionMisfit({ id, counting }: Mode, { workers, processes }: Job): Misfit | undefined {
  if (counting !== 'division') {
    if (processes === undefined) return undefined;
    return { message: `the mode ${id} does not divide its workers among processes` };
  }
  if (processes !== undefined && processes > 0 && Number.isInteger(workers / processes)) return undefined;
  const among = processes === undefined ? 'an unknown number of' : processes;
  return {
    message: `${workers} workers cannot be divided among ${among} processes`,
    hint: 'each process has as many threads as the others',
  };
}

/** Which placements can be named in these modes. */
export function placementsHint(modes: readonly Pick<Mode, 'id' | 'placements'>[]): string {
  const known = new Set(modes.flatMap(({ placements }) => placements.map(({ id }) => id)));
  if (known.size > 0) return `one of: default, ${[...known].join(', ')}`;
  return `${modes.map(({ id }) => id).join(', ')}: no placement but the default`;
}
