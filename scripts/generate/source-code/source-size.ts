import { gzip } from 'pako';
import { rustCode } from './rust-code.ts';
import { typescriptCode } from './typescript-code.ts';
import type { SourceSize } from '../../../packages/kernels/src/source-size.ts';

/**
 * The size of a source.
 * @param name of its file, which tells the language
 * @param texts of the file, and of those that hold its parts
 */
export function sourceSize(name: string, texts: readonly string[]): SourceSize {
  const codeOf = name.endsWith('.rs') ? rustCode : typescriptCode;
  const lines = texts
    .flatMap((text) => codeOf(text).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // Not by Node's zlib: what that makes of a text may depend on the processor.
  const { length } = gzip(lines.join('\n'), { level: 9 });
  return { lines: lines.length, gzipBytes: length };
}
