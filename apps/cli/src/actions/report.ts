import { analyse } from '@crossover/analysis';
import { renderCsv, renderJson, renderMarkdown, renderTerminal } from '@crossover/report';
import { openRun } from '@crossover/store';
import { INVOCATION } from '../invocation.ts';
import { styleOf } from '../terminal.ts';
import type { ReportFormat } from '../verbs/report.ts';
import type { Result } from '@crossover/model';

const RENDERERS: Readonly<Record<ReportFormat, (result: Result, directory: string) => string>> = {
  terminal: (result, directory) =>
    renderTerminal(result, styleOf(process.stdout), { directory, invocation: INVOCATION }),
  markdown: renderMarkdown,
  json: renderJson,
  csv: renderCsv,
};

/** Reads a run, analyses it again, and prints it. */
export function report(directory: string, format: ReportFormat): void {
  const { notes, ...run } = openRun(directory);
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
  const text = RENDERERS[format](analyse(run), directory);
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
