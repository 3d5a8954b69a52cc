import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, textOf } from './repository.ts';

const MOST_LINES = 300;
const sources = filesOf('.').filter((file) => /\.(?:ts|mts|mjs|js|rs|sh|template)$|^\.ci\/run$/.test(file));

describe('source files', () => {
  it('are there', () => expect(sources.length).toBeGreaterThan(50));

  it('are at most 300 lines long', () => {
    const long = sources.filter((file) => textOf(file).trimEnd().split('\n').length > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('are named in kebab-case, and in snake_case where Rust wants it', () => {
    const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
    const snake = /^[a-z0-9]+(?:_[a-z0-9]+)*\.rs(?:\.template)?$/;
    const templates = new Set(['README.md.template']);
    const odd = sources
      .map((file) => basename(file))
      .filter((name) => !(/\.rs\b/.test(name) ? snake : kebab).test(name) && !templates.has(name));
    expect(odd).toEqual([]);
  });

  it('are named after what they define: there are no drawers for the rest', () => {
    const drawer = /(?:^|[/.-])(?:utils?|helpers?|common|misc)(?:[/.-]|$)/;
    expect(filesOf('.').filter((file) => drawer.test(file))).toEqual([]);
  });

  it('export by name', () => {
    const unnamed = sources.filter(
      (file) =>
        file.endsWith('.ts') &&
        (/^export \*/m.test(textOf(file)) ||
          (/^export default/m.test(textOf(file)) && !file.endsWith('.config.ts'))),
    );
    expect(unnamed).toEqual([]);
  });

  it('hold no notes to oneself', () => {
    // Written so that this file does not find itself.
    const note = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X\\b'].join(''));
    expect(sources.filter((file) => note.test(textOf(file)))).toEqual([]);
  });
});
