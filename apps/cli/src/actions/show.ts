import { cellDetails } from '@crossover/analysis';
import { renderCellDetails } from '@crossover/report';
import { namedRun, newestRunWith } from '../cell-run.ts';
import { EXIT } from '../exit-code.ts';
import { shortPath } from '../short-path.ts';
import { styleOf } from '../terminal.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ShowFlags } from '../verbs/show.ts';

/** Reads a run, and prints all that it holds about one cell. */
export async function show(cell: string, flags: ShowFlags): Promise<ExitCode> {
  const note = (text: string): void => void process.stderr.write(`note: ${text}\n`);
  const run = flags.run === undefined ? newestRunWith(cell, note) : namedRun(flags.run, cell);
  for (const text of run.notes) note(text);
  const style = styleOf(process.stdout);
  const directory = shortPath(run.directory);
  process.stdout.write(`${renderCellDetails(cellDetails(run, cell), style, { directory })}\n`);
  return EXIT.fine;
}
