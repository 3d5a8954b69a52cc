import type { Verb } from '../command.ts';

export interface ShowFlags {
  readonly run?: string;
  readonly tiers?: true;
}

/** `show CELL`: one cell under the microscope. */
export const showVerb: Verb = (program, ended) => {
  program
    .command('show')
    .description('all about one cell: its times, phases, every trial with its warm-up and samples')
    .argument('<cell>', 'its id, as in mandelbrot/medium/rust/worker-threads-2')
    .option('--run <folder>', 'the run (default: the newest in results/ that measured the cell)')
    .option('--tiers', 'run its lane once more, watched: which function reached which tier of V8')
    .action(async (cell: string, flags: ShowFlags) => {
      const { show } = await import('../actions/show.ts');
      ended(await show(cell, flags));
    });
};
