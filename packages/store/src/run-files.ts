import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** The three files that make a run. Everything else in its folder can be rebuilt from them. */
export const HEAD_FILE = 'run.json';
export const PLAN_FILE = 'plan.json';
export const RECORDS_FILE = 'trials.jsonl';

/**
 * Writes a whole file at once: a reader sees all of it or none, also after a power failure.
 * @throws the file system's error; nothing is left behind then.
 */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(temporary, 'w');
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes new names in a folder last through a power failure, where the platform has a way to say so (Windows has none). */
export function flushNames(directory: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
