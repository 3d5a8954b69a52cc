import { CrossoverError } from '@crossover/model';

/** What the file system's codes mean to a person, where the code alone does not say it. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file where a folder is needed',
  EISDIR: 'there is a folder where a file is needed',
};

/**
 * The error for a path that cannot be written.
 * @param kept what was measured and is safe
 */
export function notWritable(path: string, error: unknown, kept: string): CrossoverError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  return new CrossoverError(
    {
      code: 'not-writable',
      message: `cannot write the run: ${reason}; ${kept}`,
      where: path,
      hint: 'make room or choose another folder with --out',
    },
    error,
  );
}
