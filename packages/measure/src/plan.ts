import { BASE_LANE, BASE_MODE } from '@crossover/model';
import { planCells } from './planned-cells.ts';
import { hostWorkOf } from './workload.ts';
import { loadWork } from './workload-inputs.ts';
import { plannedWork } from './planned-work.ts';
import type { CellChoice } from './planned-cells.ts';
import type { ChosenWorkload } from './workload.ts';
import type { LoadedWork } from './workload-inputs.ts';
import type { PlannedKernel, PlannedPass } from '@crossover/model';

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
    inputBytes: inputBytesOf(loaded),
    workCount: plannedWork(loaded),
    passes: planPasses(loaded),
    cells: [...cells.values()],
    twin: base[0]!.id,
  };
}

function inputBytesOf({ inputs }: LoadedWork): number {
  return Object.values(inputs).reduce((total, { byteLength }) => total + byteLength, 0);
}

function planPasses({ kernel, parameters, layout }: LoadedWork): readonly PlannedPass[] {
  const rounds = kernel.rounds?.(parameters) ?? 1;
  return kernel.passes.map(({ name, calls }) =>
    calls === 'item' ? { name, calls: layout.items * rounds } : { name },
  );
}
