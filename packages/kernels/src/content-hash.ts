import type * as Crypto from 'node:crypto';
import type { View } from '@crossover/model';

/**
 * Hash of some contents, one after the other, in hexadecimal. For digests: no lane computes with it.
 */
export function contentHash(algorithm: 'md5' | 'sha256', ...contents: readonly (string | View)[]): string {
  const hash = loadHashing().createHash(algorithm);
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}

/** Not imported: it takes 12 ms to load, and workers and children never ask for a digest. */
export function loadHashing(): typeof Crypto {
  return process.getBuiltinModule('node:crypto');
}
