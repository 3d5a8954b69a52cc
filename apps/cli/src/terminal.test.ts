import { describe, expect, test } from 'vitest';
import { styleOf } from './terminal.ts';

/** A stream as far as style goes. */
function stream(isTTY: boolean, columns?: number): NodeJS.WriteStream {
  return { isTTY, columns } as NodeJS.WriteStream;
}

describe('the style of an output', () => {
  test('a terminal gets colour and its own width', () => {
    expect(styleOf(stream(true, 132), { TERM: 'xterm-256color', LANG: 'en_GB.UTF-8' })).toEqual({
      width: 132,
      colour: true,
      unicode: true,
    });
  });

  test('a pipe gets no colour, and the width of COLUMNS', () => {
    expect(styleOf(stream(false), { COLUMNS: '72' })).toMatchObject({ width: 72, colour: false });
    expect(styleOf(stream(false), { COLUMNS: 'wide' })).toMatchObject({ width: 100 });
  });

  test('NO_COLOR wins over a terminal and over FORCE_COLOR', () => {
    expect(styleOf(stream(true, 80), { NO_COLOR: '1' }).colour).toBe(false);
    expect(styleOf(stream(true, 80), { NO_COLOR: '1', FORCE_COLOR: '1' }).colour).toBe(false);
    expect(styleOf(stream(false), { FORCE_COLOR: '1' }).colour).toBe(true);
    expect(styleOf(stream(true, 80), { NO_COLOR: '' }).colour).toBe(true);
  });

  test('a dumb terminal gets no colour', () => {
    expect(styleOf(stream(true, 80), { TERM: 'dumb' }).colour).toBe(false);
  });

  test.runIf(process.platform !== 'win32')('the locale decides over Unicode (POSIX systems)', () => {
    expect(styleOf(stream(false), { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }).unicode).toBe(false);
    expect(styleOf(stream(false), { LC_ALL: 'C.UTF-8' }).unicode).toBe(true);
    expect(styleOf(stream(false), {}).unicode).toBe(true);
  });
});
