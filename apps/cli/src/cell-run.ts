import { openRun, runFolders } from '@crossover/store';
import { CrossoverError, failureOf } from '@crossover/model';
import { INVOCATION } from './invocation.ts';
import { measuringCommand, parseCell } from './cell-id.ts';
import { shortPath } from './short-path.ts';
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
