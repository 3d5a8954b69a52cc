import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A tool that does not answer within this time counts as missing. */
const LIMIT_MS = 10_000;

/** What a command prints, trimmed; undefined when it is missing, fails or does not answer. */
export async function outputOf(
  command: string,
  args: readonly string[],
  directory?: string,
): Promise<string | undefined> {
  const { execFile } = await import('node:child_process');
  return await new Promise((resolve) => {
    const options = {
      timeout: LIMIT_MS,
      windowsHide: true,
      ...(directory === undefined ? {} : { cwd: directory }),
    };
    execFile(command, args, options, (error, stdout) => resolve(error === null ? stdout.trim() : undefined));
  });
}

/** Where a command lies: the first executable file of that name in the folders of PATH. */
export function pathOf(command: string): string | undefined {
  const endings = process.platform === 'win32' ? (process.env['PATHEXT'] ?? '.EXE;.CMD').split(';') : [''];
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, `${command}${ending}`)))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
