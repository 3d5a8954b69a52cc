import { renderCsv, renderJson, renderMarkdown, renderSummary, renderTerminal } from '@crossover/report';
import { openRun } from '@crossover/store';
import { INVOCATION } from '../invocation.ts';
import { judgedResult } from '../judged-result.ts';
import { styleOf } from '../terminal.ts';
import type { ReportFlags, ReportFormat } from '../verbs/report.ts';
import type { Result } from '@crossover/model';

const RENDERERS: Readonly<Record<ReportFormat, (result: Result, directory: string) => string>> = {
  terminal: (result, directory) =>
    renderSummary(result, styleOf(process.stdout), { directory, invocation: INVOCATION }, 'nothing-printed'),
  markdown: renderMarkdown,
  json: renderJson,
  csv: renderCsv,
};

/** Reads a run, analyses it again, and prints it. */
export function report(directory: string, { format, details }: ReportFlags): void {
  const { notes, ...run } = openRun(directory);
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
  const result = judgedResult(run);
  const text =
    details === true && format === 'terminal'
      ? renderTerminal(result, styleOf(process.stdout), { directory, invocation: INVOCATION })
      : RENDERERS[format](result, directory);
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
