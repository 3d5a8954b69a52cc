import { relative } from 'node:path';

/** A path as one would type it here: relative where it lies below the current folder. */
export function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}
