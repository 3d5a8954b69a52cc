import { demandOf } from '../demand.ts';
import { parseBlocks, parseDuration, parseProfile, parseSeed } from '../options.ts';
import { addSelection } from '../selection.ts';
import type { Demand } from '../demand.ts';
import type { ProfileName } from '@crossover/model';
import type { SelectionFlags } from '../selection.ts';
import type { Verb } from '../command.ts';

export interface RunFlags extends SelectionFlags {
  readonly profile?: ProfileName;
  /** In nanoseconds. */
  readonly budget?: number;
  readonly blocks?: number;
  readonly seed?: number;
  readonly forceGc?: true;
  readonly out?: string;
  readonly json?: string;
  readonly resume?: string;
  readonly failOn?: readonly Demand[];
}

/** `run [KERNEL…]`, and what happens without a verb: measure, print the answer, keep the run. */
export const runVerb: Verb = (program, ended) => {
  const command = program
    .command('run', { isDefault: true })
    .description('measure kernels in every lane and mode, and say which lever is worth pulling (the default)')
    .argument('[kernels...]', 'kernels (default: all)');
  addSelection(command, {
    lanes: 'plain; of named kernels also the others, in single-thread',
    workers: 'as many as there are cores',
    workload: 'medium',
  })
    .option('--profile <name>', 'quick, standard or rigorous (default: quick)', parseProfile)
    .option(
      '--budget <time>',
      'stop in time, as in 90s or 5m (default: 6.5m if nothing is said about how much to measure)',
      parseDuration,
    )
    .option('--blocks <number>', 'how often every cell is measured in a process of its own', parseBlocks)
    .option('--seed <number>', 'draws the order of the cells (default: drawn anew)', parseSeed)
    .option('--force-gc', 'collect garbage before every sample, outside of what is timed')
    .option('--out <folder>', 'where to keep the run (default: results/<time>-<fingerprint>)')
    .option('--json <file>', 'also write the analysed result')
    .option('--resume <folder>', 'go on with a run that was interrupted')
    .option('--fail-on <what>', 'exit with a code of its own on: inconclusive, claim:ID', demandOf)
    .action(async (kernels: readonly string[], flags: RunFlags) => {
      const { run } = await import('../actions/run.ts');
      ended(await run(kernels, flags));
    });
};
