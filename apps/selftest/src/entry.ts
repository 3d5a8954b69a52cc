import { dirname, extname, join } from 'node:path';

/** Path of a process's entry file beside the given file: built where that is built, source where that is source. */
export function entryBeside(file: string, name: string): string {
  return join(dirname(file), `${name}${extname(file)}`);
}
