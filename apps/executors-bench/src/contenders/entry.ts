import { fileURLToPath } from 'node:url';

/** Path of the worker's half of a contender. */
export function workerPath(name: string): string {
  return fileURLToPath(new URL(`./${name}-worker.js`, import.meta.url));
}
