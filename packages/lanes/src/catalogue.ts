import { hasSource } from '@crossover/kernels';
import { CrossoverError } from '@crossover/model';
import { LANES as REGISTERED } from './registry.ts';
import type { Lane } from '@crossover/model';

/** All lanes, in the order of lists and tables. */
export const LANES: readonly Lane[] = REGISTERED.toSorted((a, b) => a.order - b.order);

/** The lanes that belong to a kernel: all plain ones, also one that it says it does without; of the others those that it has. */
export function lanesOf(kernelId: string): readonly Lane[] {
  return LANES.filter(({ standing, source }) => standing === 'plain' || hasSource(kernelId, source));
}

/**
 * The lane of that name.
 * @throws CrossoverError `usage` when there is none.
 */
export function laneOf(id: string): Lane {
  const lane = LANES.find((candidate) => candidate.id === id);
  if (lane !== undefined) return lane;
  const hint = `one of: ${LANES.map((known) => known.id).join(', ')}`;
  throw new CrossoverError({ code: 'usage', message: `there is no lane ${id}`, hint });
}
