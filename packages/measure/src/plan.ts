import { laneOf } from '@crossover/lanes';
import { modeOf } from '@crossover/executors';
import { BASE_LANE, BASE_MODE, cellOf } from '@crossover/model';
import { hostWorkOf } from './workload.ts';
import { loadWork } from './workload-inputs.ts';
import type { ChosenWorkload } from './workload.ts';
import type { LoadedWork } from './workload-inputs.ts';
import type { CellWorkload, LaneId, ModeId, PlannedCell, PlannedKernel, PlannedPass } from '@crossover/model';

/** Which cells are wanted of a kernel: all lanes in all modes. */
export interface CellChoice {
  readonly lanes: readonly LaneId[];
  readonly modes: readonly ModeId[];
  readonly workers: readonly number[];
}

/**
 * All cells of a kernel that the choice asks for, each with the reason if this machine does not offer it.
 * @throws CrossoverError `usage` for a lane or mode that does not exist.
 */
export async function planCells(
  kernel: string,
  workload: CellWorkload,
  choice: CellChoice,
): Promise<readonly PlannedCell[]> {
  const cells: PlannedCell[] = [];
  for (const laneId of choice.lanes) {
    const lane = laneOf(laneId);
    const laneProblem = await lane.unavailable(kernel);
    for (const modeId of choice.modes) {
      const mode = modeOf(modeId);
      const unavailable = laneProblem ?? (await mode.unavailable());
      for (const workers of mode.parallel ? choice.workers : [1]) {
        const cell = cellOf({ kernel, workload, lane: laneId, mode: modeId, workers }, mode.parallel);
        cells.push(unavailable === undefined ? cell : { ...cell, unavailable });
      }
    }
  }
  return cells;
}

/**
 * Everything that is measured of a kernel. The base cell is always in it: every figure is relative to it.
 * @throws CrossoverError `usage` when something in the choice does not exist or does not fit.
 */
export async function planKernel(
  workload: ChosenWorkload,
  choices: readonly CellChoice[],
): Promise<PlannedKernel> {
  const { kernel, name, parameters } = workload;
  const loaded = await loadWork(hostWorkOf(workload));
  const planned = await Promise.all(choices.map(async (choice) => await planCells(kernel.id, name, choice)));
  const base = await planCells(kernel.id, name, { lanes: [BASE_LANE], modes: [BASE_MODE], workers: [1] });
  const cells = new Map([...base, ...planned.flat()].map((cell) => [cell.id, cell]));
  return {
    kernel: kernel.id,
    title: kernel.title,
    workload: name,
    parameters,
    inputSeed: workload.inputSeed,
    ...(workload.inputFile === undefined ? {} : { inputFile: workload.inputFile }),
    digest: workload.digest,
    digestFrom: workload.digestFrom,
    items: loaded.layout.items,
    passes: planPasses(loaded),
    cells: [...cells.values()],
    twin: base[0]!.id,
  };
}

function planPasses({ kernel, parameters, layout }: LoadedWork): readonly PlannedPass[] {
  const rounds = kernel.rounds?.(parameters) ?? 1;
  return kernel.passes.map(({ name, calls }) =>
    calls === 'item' ? { name, calls: layout.items * rounds } : { name },
  );
}
