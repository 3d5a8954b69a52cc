import type { Verb } from '../command.ts';

/** `env`: what machine this is, and how quiet. */
export const environmentVerb: Verb = (program) => {
  program
    .command('env')
    .description(
      'fingerprint of the machine, toolchains, usable cores, how noisy it is now, and what each mode costs by itself',
    )
    .action(async () => {
      const { showEnvironment } = await import('../actions/env.ts');
      await showEnvironment();
    });
};
