import { oneOf } from '../options.ts';
import type { Verb } from '../command.ts';

/** How a run can be shown. */
const FORMATS = ['terminal', 'markdown', 'html', 'json', 'csv'] as const;

export type ReportFormat = (typeof FORMATS)[number];

export interface ReportFlags {
  readonly format: ReportFormat;
  readonly details?: true;
  readonly out?: string;
}

/** `report RUN`: shows a run that was measured before. */
export const reportVerb: Verb = (program) => {
  program
    .command('report')
    .description('show a run that was measured before')
    .argument('<run>', 'its folder')
    .option('--format <name>', FORMATS.join(', '), (text) => oneOf('format', FORMATS, text), 'terminal')
    .option(
      '--out <file>',
      'write to a file; html is one page with charts and every sample, to be opened from disk',
    )
    .option('--details', 'in the terminal: every cell of every kernel, not only the answer')
    .action(async (directory: string, flags: ReportFlags) => {
      const { report } = await import('../actions/report.ts');
      report(directory, flags);
    });
};
