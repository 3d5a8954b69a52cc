import { availableCores } from '@crossover/environment';
import { MODES } from '@crossover/executors';
import { KERNEL_IDS } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import { measureFloors, planCells } from '@crossover/measure';
import { CrossoverError, DEFAULT_PLACEMENT, isPlain } from '@crossover/model';
import { renderFloors } from '@crossover/report';
import { Interruption } from './interruption.ts';
import type { Floor, PlannedKernel } from '@crossover/model';
import type { Style } from '@crossover/report';

/**
 * Measures the floor of every mode and placement that this machine offers, with a worker for each core: a second or two.
 * @throws CrossoverError `interrupted` by Ctrl-C.
 */
export async function floorsHere(style: Style): Promise<string> {
  const interruption = new Interruption();
  const floors: Floor[] = [];
  try {
    await measureFloors([await everyPlace()], {
      signal: interruption.signal,
      tuning: {},
      known: [],
      processes: 1,
      keep: (record) => {
        const { kind: _, ...floor } = record;
        floors.push(floor);
      },
    });
  } finally {
    interruption.end();
  }
  return renderFloors(floors, style);
}

/** Cells in all places. Of which kernel they are makes no difference, as nothing is computed: the first. */
async function everyPlace(): Promise<Pick<PlannedKernel, 'kernel' | 'cells'>> {
  const [kernel] = KERNEL_IDS;
  if (kernel === undefined) throw new CrossoverError({ code: 'internal', message: 'there is no kernel' });
  const placements = MODES.flatMap((mode) => mode.placements.map(({ id }) => id));
  const cells = await planCells(kernel, 'smoke', {
    lanes: LANES.map(({ id }) => id).filter(isPlain),
    modes: MODES.map(({ id }) => id),
    workers: [availableCores().usable],
    placements: [DEFAULT_PLACEMENT, ...new Set(placements)],
  });
  return { kernel, cells };
}
