import { basename } from 'node:path';

/**
 * How this command was called, so that the commands it suggests work where the user is:
 * through the root script on a machine that may have no pnpm, or by its own name.
 */
export const INVOCATION: string =
  basename(process.argv[1] ?? '') === 'run.mjs' ? 'npx -y pnpm@12.21.0 bench' : 'crossover';
