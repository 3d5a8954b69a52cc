import { lanesOf } from '@crossover/lanes';
import { BASE_MODE, CrossoverError } from '@crossover/model';
import { INVOCATION } from './invocation.ts';
import { LANE_GROUPS, parseKernels } from './options.ts';
import { placesOf } from './selection.ts';
import type { CellChoice } from '@crossover/measure';
import type { LaneId } from '@crossover/model';
import type { SelectionFlags } from './selection.ts';

/**
 * The lanes of a kernel that names stand for, each once: a group for those that the kernel has, a lane for itself,
 * also where the kernel does not have it.
 */
export function namedLanes(kernelId: string, names: readonly string[]): readonly LaneId[] {
  const belonging = lanesOf(kernelId);
  const lanes = names.flatMap((name) => {
    if (LANE_GROUPS.every((group) => group !== name)) return name;
    return belonging.filter(({ standing }) => name === 'all' || standing === name).map(({ id }) => id);
  });
  return [...new Set(lanes)];
}

/**
 * The kernels to run. One that was not named is left out if it has no lane of the groups that were asked for.
 * @throws CrossoverError `usage` for a kernel that there is not, or that was named and is left without lanes.
 */
export function chosenKernels(names: readonly string[], { lane }: SelectionFlags): readonly string[] {
  const kernels = parseKernels(names);
  if (lane === undefined) return kernels;
  const without = kernels.filter((kernel) => namedLanes(kernel, lane).length === 0);
  if (without.length === 0) return kernels;
  if (names.length === 0 && without.length < kernels.length) {
    return kernels.filter((kernel) => !without.includes(kernel));
  }
  throw new CrossoverError({
    code: 'usage',
    message: `${without.join(', ')}: no ${lane.join(' or ')} lanes`,
    hint: `${INVOCATION} list names the kernels of each lane`,
  });
}

/**
 * The cells of a kernel that a run measures: the lanes of the flag in all modes; without it the plain ones in all modes
 * and, if the kernel was named, its others on a single thread.
 */
export function measuredCells(
  kernelId: string,
  flags: SelectionFlags,
  { named, workers }: Pick<CellChoice, 'workers'> & { readonly named: boolean },
): readonly CellChoice[] {
  const lanes = namedLanes(kernelId, flags.lane ?? ['plain']);
  const asked = { ...placesOf(flags, workers), lanes };
  if (flags.lane !== undefined || !named) return [asked];
  const others = namedLanes(kernelId, ['tuned', 'extra']);
  const modes = asked.modes.filter((mode) => mode === BASE_MODE);
  return [asked, { lanes: others, modes, workers: [1] }];
}
