import { addSelection } from '../selection.ts';
import type { SelectionFlags } from '../selection.ts';
import type { Verb } from '../command.ts';

/** One worker, two, and a number that rarely divides the items. */
export const VERIFIED_WORKERS: readonly number[] = [1, 2, 3];

export interface VerifyFlags extends SelectionFlags {
  readonly output?: string;
}

/** `verify [KERNEL…]`: every cell once, digest only, no timing. */
export const verifyVerb: Verb = (program, ended) => {
  const command = program
    .command('verify')
    .description('run every cell once and check its answer; no timing')
    .argument('[kernels...]', 'kernels (default: all)');
  addSelection(command, {
    lanes: 'all',
    workers: VERIFIED_WORKERS.join(','),
    workload: 'smoke',
  })
    .option('--output <file>', 'keep the output bytes of the first cell (one kernel)')
    .action(async (kernels: readonly string[], flags: VerifyFlags) => {
      const { verify } = await import('../actions/verify.ts');
      ended(await verify(kernels, flags));
    });
};
