import { oneOf } from '../options.ts';
import type { Verb } from '../command.ts';

/** How a run can be shown. */
const FORMATS = ['terminal', 'markdown', 'json', 'csv'] as const;

export type ReportFormat = (typeof FORMATS)[number];

/** `report RUN`: shows a run that was measured before. */
export const reportVerb: Verb = (program) => {
  program
    .command('report')
    .description('show a run that was measured before')
    .argument('<run>', 'its folder')
    .option('--format <name>', FORMATS.join(', '), (text) => oneOf('format', FORMATS, text), 'terminal')
    .action(async (directory: string, { format }: { readonly format: ReportFormat }) => {
      const { report } = await import('../actions/report.ts');
      report(directory, format);
    });
};
