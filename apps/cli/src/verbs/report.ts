import { analyse } from '@crossover/analysis';
import { CrossoverError } from '@crossover/model';
import { renderJson, renderMarkdown, renderTerminal } from '@crossover/report';
import { openRun } from '@crossover/store';
import { INVOCATION } from '../invocation.ts';
import { styleOf } from '../terminal.ts';
import type { Result } from '@crossover/model';
import type { Verb } from '../command.ts';

/** How a run can be shown. */
const FORMATS: Readonly<Record<string, (result: Result, directory: string) => string>> = {
  terminal: (result, directory) =>
    renderTerminal(result, styleOf(process.stdout), { directory, invocation: INVOCATION }),
  markdown: renderMarkdown,
  json: renderJson,
};

/** `report RUN`: shows a run that was measured before. */
export const reportVerb: Verb = (program) => {
  program
    .command('report')
    .description('show a run that was measured before')
    .argument('<run>', 'its folder')
    .option('--format <name>', Object.keys(FORMATS).join(', '), 'terminal')
    .action((directory: string, { format }: { readonly format: string }) => {
      const render = FORMATS[format];
      if (render === undefined) {
        const hint = `one of: ${Object.keys(FORMATS).join(', ')}`;
        throw new CrossoverError({
          code: 'usage',
          message: `there is no format ${JSON.stringify(format)}`,
          hint,
        });
      }
      const { notes, ...run } = openRun(directory);
      for (const note of notes) process.stderr.write(`note: ${note}\n`);
      process.stdout.write(`${render(analyse(run), directory).trimEnd()}\n`);
    });
};
