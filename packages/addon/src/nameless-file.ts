import { closeSync, constants, mkdtempSync, openSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Linux: a file that never has a name (`O_TMPFILE` in man 2 open). */
const NAMELESS = constants.O_RDWR | constants.O_DIRECTORY | 0o20_000_000;

/**
 * An empty file that no folder lists, so that nothing of it is left however the process ends; its descriptor.
 * @param folder where it takes its room from
 * @throws Error when there is no such folder, or it cannot be written to.
 */
export function openNameless(folder: string): number {
  if (process.platform === 'linux') {
    try {
      return openSync(folder, NAMELESS, 0o600);
    } catch {
      // Not every file system can do that.
    }
  }
  return openForgotten(folder);
}

/** The same by way of a name, which the file has for a moment, in a folder that nobody else can look into. */
function openForgotten(folder: string): number {
  const own = mkdtempSync(join(folder, `crossover-${process.pid}-`));
  try {
    const path = join(own, 'file');
    const file = openSync(path, 'wx+', 0o600);
    try {
      rmSync(path);
    } catch (error) {
      closeSync(file);
      rmSync(path, { force: true });
      throw error;
    }
    return file;
  } finally {
    rmdirSync(own);
  }
}
