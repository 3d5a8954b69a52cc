import { basename } from 'node:path';

/**
 * How this command was called, so that the commands it suggests work where the user is:
 * through the root script on a machine that may have no pnpm, or by its own name.
 */
export const INVOCATION: string =
  basename(process.argv[1] ?? '') === 'run.mjs' ? 'npx -y pnpm@12.21.0 bench' : 'crossover';

/** How to ask for the same again: the flags as given. */
export function commandLine(): string {
  const [, , ...args] = process.argv;
  // The root script has the name of its task before the flags.
  return [INVOCATION, ...args.slice(args[0] === 'bench' ? 1 : 0)].join(' ');
}
