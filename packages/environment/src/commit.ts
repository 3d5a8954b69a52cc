import { outputOf } from './commands.ts';

/** The state of the sources in git. */
export interface Commit {
  readonly id: string;
  /** Whether files differ from the commit, new ones included. */
  readonly dirty: boolean;
}

/** The commit that a folder is at; undefined without git, outside a checkout and before the first commit. */
export async function commitOf(directory: string): Promise<Commit | undefined> {
  // Reading must not lock the index: somebody may be committing meanwhile.
  const git = (...args: readonly string[]): Promise<string | undefined> =>
    outputOf('git', ['--no-optional-locks', ...args], directory);
  const [id, changes] = await Promise.all([
    git('rev-parse', '--verify', 'HEAD'),
    git('status', '--porcelain'),
  ]);
  return id === undefined || changes === undefined ? undefined : { id, dirty: changes !== '' };
}
