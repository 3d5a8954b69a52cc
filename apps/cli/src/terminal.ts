/** What the place where results are printed can show. */
export interface TerminalStyle {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

/** Columns assumed where nobody tells, as in a pipe. */
const DEFAULT_WIDTH = 100;

/**
 * What a stream can show: NO_COLOR and FORCE_COLOR decide over colour, else only a terminal gets it;
 * COLUMNS decides over the width where there is no terminal.
 */
export function styleOf(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv = process.env): TerminalStyle {
  const asked = Number(env['COLUMNS']);
  const width = stream.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : DEFAULT_WIDTH);
  const terminal = stream.isTTY && env['TERM'] !== 'dumb';
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  return { width, colour: !env['NO_COLOR'] && (forced || terminal), unicode: showsUnicode(env) };
}

/** POSIX: the first of these variables that is set names the character encoding. */
function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  if (env['TERM'] === 'linux') return false;
  if (process.platform === 'win32')
    return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale === undefined || /utf-?8/i.test(locale) || !/^(C|POSIX)$/.test(locale);
}
