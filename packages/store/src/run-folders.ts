import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_FILE } from './run-files.ts';

/** Folders below `directory` that hold a run, whatever its state, the newest first; none where there is no such folder. */
export function runFolders(directory: string): readonly string[] {
  return namesIn(directory)
    .flatMap((name) => {
      const folder = join(directory, name);
      const createdAt = createdAtOf(join(folder, HEAD_FILE));
      return createdAt === undefined ? [] : [{ folder, createdAt }];
    })
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.folder < b.folder ? 1 : -1))
    .map(({ folder }) => folder);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** In milliseconds; 0 where the head does not say it, and undefined where there is none. */
function createdAtOf(headPath: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(headPath, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const head: unknown = JSON.parse(text);
    const createdAt = typeof head === 'object' && head !== null && 'createdAt' in head ? head.createdAt : '';
    return Date.parse(String(createdAt)) || 0;
  } catch {
    return 0;
  }
}
