import { CrossoverError } from '@crossover/model';
import { encodingFirst } from './encoding.ts';
import { refusingMisfits } from './job-check.ts';
import { MODES as REGISTERED } from './registry.ts';
import type { Mode } from '@crossover/model';

/** All modes, in the order of lists and tables. */
export const MODES: readonly Mode[] = REGISTERED.map(encodingFirst)
  .map(refusingMisfits)
  .toSorted((a, b) => a.order - b.order);

/**
 * The mode of that name.
 * @throws CrossoverError `usage` when there is none.
 */
export function modeOf(id: string): Mode {
  const mode = MODES.find((candidate) => candidate.id === id);
  if (mode !== undefined) return mode;
  const hint = `one of: ${MODES.map((known) => known.id).join(', ')}`;
  throw new CrossoverError({ code: 'usage', message: `there is no mode ${id}`, hint });
}
