import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf, ROOT } from './repository.ts';

/** A checkout of its own, to change and to build without touching this one. */
export interface RepositoryCopy {
  readonly root: string;
  /** Runs a program there and returns what it prints. */
  readonly run: (command: string, args: readonly string[]) => string;
  /** Paths that differ from the state that was copied. */
  readonly changes: () => readonly string[];
  readonly remove: () => void;
}

const IDENTITY = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];

/** Copies the sources as they are now, with the installed packages, and commits them there. */
export function copyRepository(): RepositoryCopy {
  const root = mkdtempSync(join(tmpdir(), 'crossover-copy-'));
  for (const file of filesOf('.')) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(ROOT, file), join(root, file));
  }
  linkPackages(root);
  // What cargo has compiled of others' crates; ours have another path, and are compiled again.
  const target = join(ROOT, 'target');
  if (existsSync(target)) cpSync(target, join(root, 'target'), { recursive: true, preserveTimestamps: true });
  const run = (command: string, args: readonly string[]): string =>
    execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  run('git', ['init', '--quiet']);
  run('git', ['add', '--all']);
  run('git', [...IDENTITY, 'commit', '--quiet', '--message', 'copy']);
  return {
    root,
    run,
    changes: () =>
      run('git', ['status', '--porcelain', '--untracked-files=all', '-z'])
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => line.slice('?? '.length)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Packages from outside are shared with this checkout; links between our own lead to the copy. */
function linkPackages(root: string): void {
  for (const folder of ['.', ...packageFolders()]) {
    const from = join(ROOT, folder, 'node_modules');
    if (!existsSync(from)) continue;
    mkdirSync(join(root, folder, 'node_modules'), { recursive: true });
    for (const name of readdirSync(from)) {
      // Files about the installation, and caches; `.bin` and the store itself are needed.
      if (name.startsWith('.') && name !== '.bin' && name !== '.pnpm') continue;
      const target = join(root, folder, 'node_modules', name);
      if (name === '.pnpm') symlinkSync(join(from, name), target, 'junction');
      else cpSync(join(from, name), target, { recursive: true, verbatimSymlinks: true });
    }
  }
}

function packageFolders(): readonly string[] {
  return filesOf('.')
    .filter((file) => /^(packages|apps)\/[^/]+\/package\.json$/.test(file))
    .map((file) => dirname(file));
}
