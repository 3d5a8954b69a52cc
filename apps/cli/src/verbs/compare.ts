import { oneOf } from '../options.ts';
import type { Verb } from '../command.ts';

/** How a comparison can be shown. */
const FORMATS = ['terminal', 'markdown', 'json'] as const;

export type ComparisonFormat = (typeof FORMATS)[number];

export interface CompareFlags {
  readonly format: ComparisonFormat;
  readonly force?: true;
  readonly json?: string;
}

/** `compare BASE HEAD`: what got slower or faster from one run to another. */
export const compareVerb: Verb = (program, ended) => {
  program
    .command('compare')
    .description('what got slower or faster from one run to another, cell by cell')
    .argument('<base>', 'folder of the run before')
    .argument('<head>', 'folder of the run after')
    .option('--format <name>', FORMATS.join(', '), (text) => oneOf('format', FORMATS, text), 'terminal')
    .option('--force', 'compare runs of different machines or toolchains, and mark the outcome')
    .option('--json <file>', 'also write the comparison as data')
    .action(async (base: string, head: string, flags: CompareFlags) => {
      const { compare } = await import('../actions/compare.ts');
      ended(compare(base, head, flags));
    });
};
