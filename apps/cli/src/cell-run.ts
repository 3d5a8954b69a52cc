import { KERNEL_IDS } from '@crossover/kernels';
import { LANES } from '@crossover/lanes';
import { MODES } from '@crossover/executors';
import { openRun, runFolders } from '@crossover/store';
import { BASE_LANE, BASE_MODE, cellOf, CrossoverError, failureOf, WORKLOAD_NAMES } from '@crossover/model';
import { INVOCATION } from './invocation.ts';
import { shortPath } from './short-path.ts';
import { oneOf } from './options.ts';
import type { Cell } from '@crossover/model';
import type { StoredRun } from '@crossover/store';

/** Where runs are kept if nothing else is said. */
const RESULTS = 'results';

/** So many cells of a run are named to someone who asked for another one. */
const NAMED_CELLS = 6;

/**
 * The run of that folder, which must hold the cell.
 * @throws CrossoverError `usage` when it does not, and whatever `openRun` throws.
 */
export function namedRun(directory: string, cell: string): StoredRun {
  const run = openRun(directory);
  if (isPlannedIn(run, cell)) return run;
  const [kernel = ''] = cell.split('/');
  const ids = run.plan.kernels.flatMap(({ cells }) => cells.map(({ id }) => id));
  const alike = ids.filter((id) => id.startsWith(`${kernel}/`));
  const named = (alike.length > 0 ? alike : ids).slice(0, NAMED_CELLS);
  throw new CrossoverError({
    code: 'usage',
    message: `the run does not hold the cell ${JSON.stringify(cell)}`,
    where: `${shortPath(directory)} holds ${ids.length} cells: ${named.join(', ')}${ids.length > named.length ? ', …' : ''}`,
    hint: hintFor(cell) ?? `${INVOCATION} report ${shortPath(directory)} shows all of them`,
  });
}

/**
 * The newest run that measured the cell, among those that are kept where runs are kept. Runs that cannot be read are
 * passed over, with a note for each.
 * @throws CrossoverError `usage`, with the command that measures the cell.
 */
export function newestRunWith(cell: string, note: (text: string) => void): StoredRun {
  const folders = runFolders(RESULTS);
  for (const folder of folders) {
    try {
      const run = openRun(folder);
      if (isMeasuredIn(run, cell)) return run;
    } catch (error) {
      note(`${folder} is passed over: ${failureOf(error).message}`);
    }
  }
  const asked = parseCell(cell);
  throw new CrossoverError({
    code: 'usage',
    message: `no run in ${RESULTS}/ has measured ${cell}`,
    where: `${folders.length} ${folders.length === 1 ? 'run was' : 'runs were'} looked at`,
    hint: measuringCommand(asked),
  });
}

/**
 * A cell from its id.
 * @throws CrossoverError `usage` that lists what there is in place of the part that there is not.
 */
function parseCell(id: string): Cell {
  const [kernel = '', workload = '', lane = '', placement = '', ...rest] = id.split('/');
  const [, name = placement, workers] = /^(.+)-(\d+)$/.exec(placement) ?? [];
  if (placement === '' || rest.length > 0) {
    throw new CrossoverError({
      code: 'usage',
      message: `${JSON.stringify(id)} is not the id of a cell`,
      hint: 'write it as kernel/workload/lane/mode, as in mandelbrot/medium/rust/worker-threads-2',
    });
  }
  const modes = MODES.map((mode) => mode.id);
  const parts = {
    kernel: oneOf('kernel', KERNEL_IDS, kernel),
    workload: oneOf('workload', [...WORKLOAD_NAMES, 'custom'], workload),
    lane: oneOf(
      'lane',
      LANES.map((one) => one.id),
      lane,
    ),
    mode: oneOf('mode', modes, name),
    workers: Number(workers ?? 1),
  };
  const counted = MODES.some((mode) => mode.id === parts.mode && mode.parallel);
  const cell = cellOf(parts, counted);
  if (cell.id === id) return cell;
  throw new CrossoverError({
    code: 'usage',
    message: counted
      ? `${JSON.stringify(id)} does not say how many workers there are`
      : `${JSON.stringify(id)} counts workers in a mode that has one`,
    hint: counted ? `write it as ${parts.mode}-2` : `write it as ${cell.id}`,
  });
}

/** The command that measures a cell, and the base to compare it with. */
function measuringCommand({ kernel, workload, lane, mode, workers }: Cell): string {
  const lanes = [...new Set([BASE_LANE, lane])].join(',');
  const modes = [...new Set([BASE_MODE, mode])].join(',');
  const count = mode === BASE_MODE ? '' : ` --workers ${workers}`;
  const what = workload === 'custom' ? '--set NAME=VALUE' : `--workload ${workload}`;
  return `${INVOCATION} run ${kernel} ${what} --lane ${lanes} --mode ${modes}${count}`;
}

function hintFor(cell: string): string | undefined {
  try {
    return measuringCommand(parseCell(cell));
  } catch (error) {
    return failureOf(error).hint;
  }
}

function isPlannedIn({ plan }: StoredRun, cell: string): boolean {
  return plan.kernels.some(({ cells }) => cells.some(({ id }) => id === cell));
}

function isMeasuredIn({ records }: StoredRun, cell: string): boolean {
  return records.some((record) => record.kind === 'trial' && record.cell === cell);
}
