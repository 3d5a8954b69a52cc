import type { View } from '@crossover/model';

/**
 * Hash of some contents, one after the other, in hexadecimal. For digests: no lane computes with it.
 */
export function contentHash(algorithm: 'md5' | 'sha256', ...contents: readonly (string | View)[]): string {
  // Not imported: it takes 12 ms to load, and workers and children never ask for a digest.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const hash = createHash(algorithm);
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}
