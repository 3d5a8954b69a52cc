import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '../..');

/** Files that are or will be committed, below a folder; paths from the root, with slashes. */
export function filesOf(folder: string): readonly string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', folder];
  const files = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  // Git also lists what was deleted and not yet committed.
  return [...new Set(files)].filter((file) => file !== '' && existsSync(join(ROOT, file))).toSorted();
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
