import { readFileSync } from 'node:fs';

/** Reads a file of the operating system: undefined where this platform has none, or hides it. */
export type ReadText = (path: string) => string | undefined;

export const readText: ReadText = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
