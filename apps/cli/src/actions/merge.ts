import { basename, join, resolve } from 'node:path';
import { createRun, mergeRuns, openRun } from '@crossover/store';
import { commandLine, INVOCATION } from '../invocation.ts';
import { judgedResult } from '../judged-result.ts';
import { listing } from '../listing.ts';
import { shortPath } from '../short-path.ts';
import { writeResult } from '../result-file.ts';
import type { MergeFlags } from '../verbs/merge.ts';
import type { NamedRun } from '@crossover/store';
import type { PlannedKernel } from '@crossover/model';

/** Joins runs, keeps the result as a run of its own, and prints what came from where. */
export function merge(directories: readonly string[], { out, force = false }: MergeFlags): void {
  const runs = directories.map(namedRun);
  const merged = mergeRuns(runs, { command: commandLine(), force });
  const directory = resolve(out);
  createRun(directory, merged.head, merged.plan, merged.records).close();
  writeResult(judgedResult(merged), join(directory, 'result.json'));
  const { mixed } = merged.head;
  if (mixed !== undefined) {
    process.stderr.write(`warning: figures that do not mix; the runs differ in ${mixed.join('; ')}\n`);
  }
  const rows = merged.plan.kernels.map((kernel) => [
    `${kernel.kernel}/${kernel.workload}`,
    `${runs.map((run) => blocksIn(run, kernel)).join(' + ')} blocks`,
  ]);
  const folder = shortPath(directory);
  process.stdout.write(`${listing(rows)}\n\nrun: ${folder}\nnext: ${INVOCATION} report ${folder}\n`);
}

function namedRun(directory: string): NamedRun {
  const { head, plan, records, notes } = openRun(resolve(directory));
  for (const note of notes) process.stderr.write(`note: ${directory}: ${note}\n`);
  return { name: basename(resolve(directory)), head, plan, records };
}

/** How many blocks of a kernel a run has begun. */
function blocksIn({ records }: NamedRun, { cells }: PlannedKernel): number {
  const ids = new Set(cells.map(({ id }) => id));
  return new Set(
    records.flatMap((record) => (record.kind === 'trial' && ids.has(record.cell) ? record.block : [])),
  ).size;
}
