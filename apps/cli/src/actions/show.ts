import { cellDetails } from '@crossover/analysis';
import { renderCellDetails } from '@crossover/report';
import { namedRun, newestRunWith } from '../cell-run.ts';
import { cellTiers } from '../cell-tiers.ts';
import { EXIT } from '../exit-code.ts';
import { Interruption } from '../interruption.ts';
import { shortPath } from '../short-path.ts';
import { StatusLine } from '../status-line.ts';
import { styleOf } from '../terminal.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Plan } from '@crossover/model';
import type { ShowFlags } from '../verbs/show.ts';

/** Reads a run, and prints all that it holds about one cell; then, if asked to, how V8 compiles its lane. */
export async function show(cell: string, flags: ShowFlags): Promise<ExitCode> {
  const run = flags.run === undefined ? newestRunWith(cell, note) : namedRun(flags.run, cell);
  for (const text of run.notes) note(text);
  const style = styleOf(process.stdout);
  const directory = shortPath(run.directory);
  process.stdout.write(`${renderCellDetails(cellDetails(run, cell), style, { directory })}\n`);
  if (flags.tiers === true) process.stdout.write(`\n${await watched(run.plan, cell)}\n`);
  return EXIT.fine;
}

async function watched(plan: Plan, cell: string): Promise<string> {
  const interruption = new Interruption();
  const status = await StatusLine.on(process.stderr);
  try {
    status.show(`watching V8 compile ${cell}`);
    return await cellTiers(plan, cell, styleOf(process.stdout), interruption.signal);
  } finally {
    status.clear();
    interruption.end();
  }
}

function note(text: string): void {
  process.stderr.write(`note: ${text}\n`);
}
