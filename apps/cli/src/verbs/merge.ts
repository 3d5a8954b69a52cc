import type { Verb } from '../command.ts';

export interface MergeFlags {
  readonly out: string;
  readonly force?: boolean;
}

/** `merge RUN RUN…`: joins runs of one machine and one program into a new one. */
export const mergeVerb: Verb = (program) => {
  program
    .command('merge')
    .description('join runs that measured in the same way, on one machine, into a new run')
    .argument('<runs...>', 'their folders')
    .requiredOption('--out <folder>', 'where to keep the merged run')
    .option('--force', 'also where machines, toolchains or sources differ; no verdict is given then')
    .action(async (directories: readonly string[], flags: MergeFlags) => {
      const { merge } = await import('../actions/merge.ts');
      merge(directories, flags);
    });
};
