import { everyCellDetails } from '@crossover/analysis';
import {
  pageData,
  renderCsv,
  renderJson,
  renderMarkdown,
  renderSummary,
  renderTerminal,
} from '@crossover/report';
import { renderPage } from '@crossover/site';
import { openRun } from '@crossover/store';
import { INVOCATION } from '../invocation.ts';
import { judgedResult } from '../judged-result.ts';
import { shortPath } from '../short-path.ts';
import { styleOf } from '../terminal.ts';
import { writeText } from '../result-file.ts';
import type { ReportFlags } from '../verbs/report.ts';
import type { Result } from '@crossover/model';
import type { StoredRun } from '@crossover/store';

/** Reads a run, analyses it again, and prints it, or writes it to a file. */
export function report(directory: string, flags: ReportFlags): void {
  const { notes, ...run } = openRun(directory);
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
  const text = rendered(run, judgedResult(run), directory, flags);
  const lines = text.endsWith('\n') ? text : `${text}\n`;
  if (flags.out === undefined) {
    process.stdout.write(lines);
    return;
  }
  writeText(lines, flags.out);
  process.stderr.write(`written to ${shortPath(flags.out)}\n`);
}

function rendered(
  run: Omit<StoredRun, 'notes'>,
  result: Result,
  directory: string,
  { format, details, out }: ReportFlags,
): string {
  const origin = { directory: shortPath(directory), invocation: INVOCATION };
  switch (format) {
    case 'terminal': {
      const style = { ...styleOf(process.stdout), ...(out !== undefined && { colour: false }) };
      return details === true
        ? renderTerminal(result, style, { ...origin, directory })
        : renderSummary(result, style, { ...origin, directory }, 'nothing-printed');
    }
    case 'markdown':
      return renderMarkdown(result);
    case 'html':
      return renderPage(pageData(result, everyCellDetails(run, result), origin));
    case 'json':
      return renderJson(result);
    case 'csv':
      return renderCsv(result);
  }
}
