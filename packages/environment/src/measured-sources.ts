import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What runs in a timed region: kernels in all languages, and what binds, calls and places them. */
const PACKAGES = ['addon', 'addon/system', 'executors', 'kernels', 'lanes'];

/** Sources, and what says how they are compiled; no tests. */
const MEASURED: readonly string[] = [
  ...PACKAGES.flatMap((name) => [`packages/${name}/*.{ts,rs,toml}`, `packages/${name}/src/**/*.{ts,rs}`]),
  'Cargo.{toml,lock}',
];
const LEFT_OUT: readonly string[] = ['**/*.test.ts', '**/fixtures/**'];

/**
 * Hash over the sources that are measured, the same in every checkout whatever its line endings.
 * A build is taken to be fresh, as `scripts/run.mjs` sees to. Undefined where there are no sources.
 * @param root of the repository
 */
export async function measuredSources(root: string): Promise<string | undefined> {
  const files = globSync(MEASURED, { cwd: root, exclude: LEFT_OUT }).map((file) => file.replaceAll(sep, '/'));
  if (files.length === 0) return undefined;
  // Loaded late: it takes 10 ms, and a trial needs no hash.
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const text = readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
    // With its length, so that no two sets of files read alike.
    hash.update(`${file}\0${text.length}\0${text}`);
  }
  return hash.digest('hex').slice(0, 16);
}
