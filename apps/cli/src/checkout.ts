import { join } from 'node:path';
import { commitOf, measuredSources } from '@crossover/environment';
import type { RunHead } from '@crossover/model';

/** The repository that this command belongs to, seen from `dist` and from `src`. */
const ROOT = join(import.meta.dirname, '../../..');

/** What is measured: the commit, and the sources as they are. Empty where the command runs without its repository. */
export async function checkout(): Promise<Pick<RunHead, 'commit' | 'sources'>> {
  const [commit, sources] = await Promise.all([commitOf(ROOT), measuredSources(ROOT)]);
  return { ...(commit && { commit }), ...(sources !== undefined && { sources }) };
}
