import { demandOf } from '../demand.ts';
import { listOf, oneOf } from '../options.ts';
import type { Demand } from '../demand.ts';
import type { Verb } from '../command.ts';

/** How claims can be shown. */
const FORMATS = ['terminal', 'markdown', 'json', 'csv'] as const;

export type ClaimsFormat = (typeof FORMATS)[number];

export interface ClaimsFlags {
  readonly format: ClaimsFormat;
  /** Ids of those to show. */
  readonly claim?: readonly string[];
  readonly failOn?: readonly Demand[];
}

/** `claims RUN`: what a run says on each sentence of the article, and why. */
export const claimsVerb: Verb = (program, ended) => {
  program
    .command('claims')
    .description('what a run says on each claim of the article, with its evidence (`list` names them)')
    .argument('<run>', 'its folder')
    .option('--claim <ids>', 'claims to show, comma-separated (default: all)', (text) =>
      listOf(text, (id) => id),
    )
    .option('--format <name>', FORMATS.join(', '), (text) => oneOf('format', FORMATS, text), 'terminal')
    .option('--fail-on <what>', 'exit with a code of its own on: inconclusive, claim:ID', demandOf)
    .action(async (directory: string, flags: ClaimsFlags) => {
      const { claims } = await import('../actions/claims.ts');
      ended(claims(directory, flags));
    });
};
