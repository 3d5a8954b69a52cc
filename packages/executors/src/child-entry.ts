import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Unavailable } from '@crossover/model';

/** Why a mode cannot be had: its workers run what was built, since compiling on the way would be timed. */
export function entryUnavailable(entry: URL): Unavailable | undefined {
  if (existsSync(fileURLToPath(entry))) return undefined;
  return { reason: 'the code that its workers run is not built', remedy: 'run `pnpm build`' };
}
