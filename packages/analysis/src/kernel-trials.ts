import { BASE_LANE, BASE_MODE } from '@crossover/model';
import { cpuOf, sortTrials, wallOf } from './cell-trials.ts';
import { TimeTable } from './time-table.ts';
import type { CellTrials } from './cell-trials.ts';
import type { BlockRecord, PlannedKernel, RunRecord, Trial } from '@crossover/model';

/** What was measured of one kernel with one workload, cell by cell. */
export interface KernelTrials {
  readonly planned: PlannedKernel;
  /** Blocks that were disturbed and measured again: nothing of them counts. */
  readonly setAside: ReadonlySet<number>;
  /** In the order of the plan. */
  readonly cells: readonly CellTrials[];
  /** The cell that the others are compared with, when it is planned. */
  readonly base: CellTrials | undefined;
  readonly wall: TimeTable;
  readonly cpu: TimeTable;
}

/** Brings the records to the kernels of the plan. Records of cells that the plan does not hold are not looked at. */
export function groupTrials(
  kernels: readonly PlannedKernel[],
  records: readonly RunRecord[],
): readonly KernelTrials[] {
  const trials = records.filter((record): record is Trial => record.kind === 'trial');
  const byCell = Map.groupBy(trials, ({ cell }) => cell);
  return kernels.map((planned) => {
    const setAside = replacedBlocks(planned, records);
    const cells = planned.cells.map((cell) =>
      sortTrials(cell, byCell.get(cell.id) ?? [], planned.digest, setAside),
    );
    const base = cells.find(isBase);
    const wall = new TimeTable(cells, base, wallOf);
    return { planned, setAside, cells, base, wall, cpu: new TimeTable(cells, base, cpuOf) };
  });
}

function replacedBlocks(
  { kernel, workload }: PlannedKernel,
  records: readonly RunRecord[],
): ReadonlySet<number> {
  const blocks = records.filter(
    (record): record is BlockRecord =>
      record.kind === 'block' && record.kernel === kernel && record.workload === workload,
  );
  return new Set(blocks.flatMap(({ replaces }) => replaces ?? []));
}

/** Whether a cell is what a Node developer has before pulling any lever. */
function isBase({ cell }: CellTrials): boolean {
  return cell.lane === BASE_LANE && cell.mode === BASE_MODE;
}

/** The cell of that name. */
export function cellTrialsOf({ cells }: KernelTrials, id: string): CellTrials | undefined {
  return cells.find(({ cell }) => cell.id === id);
}

/** Whether a kernel is about nothing but the price of a call, which nobody rewrites a program for. */
export function measuresCalls({ passes = [] }: Pick<PlannedKernel, 'passes'>): boolean {
  return passes.length > 0 && passes.every(({ calls }) => calls !== undefined);
}
