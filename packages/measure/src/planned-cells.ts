import { availableCores } from '@crossover/environment';
import { modeOf, MODES, pinningUnavailable, placementsHint, splitsOf } from '@crossover/executors';
import { laneOf } from '@crossover/lanes';
import { cellOf, CrossoverError, DEFAULT_PLACEMENT } from '@crossover/model';
import type { WorkerSplit } from '@crossover/executors';
import type { Cell, CellWorkload, LaneId, Mode, ModeId, PlacementId, PlannedCell } from '@crossover/model';

/** Which cells are wanted of a kernel: all lanes in all modes. */
export interface CellChoice {
  readonly lanes: readonly LaneId[];
  readonly modes: readonly ModeId[];
  readonly workers: readonly number[];
  /** How modes that divide their workers do so; in all ways worth a look when absent. */
  readonly splits?: readonly WorkerSplit[];
  /** Names of placements, `default` among them for the modes' own; only that when absent. */
  readonly placements?: readonly string[];
  /** Whether every worker is to stay on a core of its own. */
  readonly pinned?: true;
}

/** The workers of a cell. */
type Count = Pick<Cell, 'workers' | 'processes'>;

/**
 * All cells of a kernel that the choice asks for, each with the reason if this machine does not offer it. A placement
 * that only some of the modes know gives cells in these modes.
 * @throws CrossoverError `usage` for a lane or mode that does not exist, for a placement that none of the modes
 *   knows, and for workers divided among processes where none of the modes divides them.
 */
export async function planCells(
  kernel: string,
  workload: CellWorkload,
  choice: CellChoice,
): Promise<readonly PlannedCell[]> {
  const modes = choice.modes.map(modeOf);
  checkPlacements(choice, modes);
  checkSplits(choice, modes);
  const cells: PlannedCell[] = [];
  for (const lane of choice.lanes.map(laneOf)) {
    const laneProblem = await lane.unavailable(kernel);
    for (const mode of modes) {
      const modeProblem = laneProblem ?? (await mode.unavailable(lane.id, kernel));
      const problem = modeProblem ?? (choice.pinned && (await pinningUnavailable(mode)));
      for (const placement of placementsIn(mode, choice)) {
        const tuned = mode.placements.find(({ id }) => id === placement);
        const unavailable = problem ?? (await tuned?.unavailable(lane.id, kernel));
        for (const count of countsIn(mode, choice)) {
          const place = placement === undefined ? count : { ...count, placement };
          const parts = { kernel, workload, lane: lane.id, mode: mode.id, ...place, ...marksOf(mode, count) };
          cells.push({ ...cellOf(parts, mode.counting !== 'one'), ...(unavailable && { unavailable }) });
        }
      }
    }
  }
  return cells;
}

/** What sets a cell apart from those that an answer is made from, or limits what it can show. */
function marksOf({ standing, parallel }: Mode, { workers }: Count): Pick<Cell, 'further' | 'oversubscribed'> {
  return {
    ...(standing === 'further' && { further: true }),
    ...(parallel && workers > availableCores().usable && { oversubscribed: true }),
  };
}

/** The mode's own placement, for which there is no name, and those chosen that it knows. */
function placementsIn(
  mode: Mode,
  { placements = [DEFAULT_PLACEMENT] }: CellChoice,
): readonly (PlacementId | undefined)[] {
  const own = placements.includes(DEFAULT_PLACEMENT) ? [undefined] : [];
  return [...own, ...mode.placements.map(({ id }) => id).filter((id) => placements.includes(id))];
}

function countsIn({ counting }: Mode, { workers, splits }: CellChoice): readonly Count[] {
  switch (counting) {
    case 'one':
      return [{ workers: 1 }];
    case 'number':
      return workers.map((count) => ({ workers: count }));
    case 'division':
      return (splits ?? workers.flatMap(splitsOf)).map(({ processes, threads }) => ({
        workers: processes * threads,
        processes,
      }));
  }
}

function checkPlacements({ placements = [] }: CellChoice, modes: readonly Mode[]): void {
  const known = new Set(modes.flatMap((mode) => mode.placements.map(({ id }) => id)));
  const unknown = placements.find((name) => name !== DEFAULT_PLACEMENT && !known.has(name));
  if (unknown === undefined) return;
  throw new CrossoverError({
    code: 'usage',
    message: `none of the chosen modes has a placement ${JSON.stringify(unknown)}`,
    where: `modes: ${modes.map(({ id }) => id).join(', ')}`,
    hint: placementsHint(modes),
  });
}

function checkSplits({ splits }: CellChoice, modes: readonly Mode[]): void {
  if (splits === undefined || modes.some(({ counting }) => counting === 'division')) return;
  const dividing = MODES.filter(({ counting }) => counting === 'division').map(({ id }) => id);
  throw new CrossoverError({
    code: 'usage',
    message: 'none of the chosen modes divides its workers into processes × threads',
    where: `modes: ${modes.map(({ id }) => id).join(', ')}`,
    hint: `modes that do: ${dividing.join(', ') || 'none'}; the others take a number of workers`,
  });
}
