import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallClaims } from '../../fixtures/small-claims.ts';
import { smallResult } from '../../fixtures/small-result.ts';
import { renderClaims } from './claims-terminal.ts';
import { renderClaimsMarkdown } from './claims-markdown.ts';
import { renderMarkdown } from '../markdown.ts';
import { renderTerminal } from '../terminal.ts';
import { shownRatio } from './claim-words.ts';
import { UNBOUNDED } from '@crossover/model';

const WIDE = { width: 110, colour: false, unicode: true };

describe('claims in a report', () => {
  const result = { ...smallResult(), claims: smallClaims() };

  test('stand with their verdict, what is for and against them, and their mean', () => {
    const text = renderTerminal(result, WIDE, { directory: 'results/one', invocation: 'pnpm bench' });
    const section = text.slice(text.indexOf('What the article says'), text.indexOf('\nNoise'));
    expect(section).toContain(
      'mixed         A rewrite in Rust makes a single thread faster. 2 for it, 1 against, 1 open; ×1.20',
    );
    expect(section).toContain('Not measured: tasks-equal-cores, io-language-does-not-matter.');
    expect(text).toMatch(/\n {2}pnpm bench claims results\/one +the evidence on each claim\n/);
  });

  test('what costs more is shown by how many times as much it costs', () => {
    expect(renderTerminal(result, WIDE)).toMatch(
      /more memory than as many worker threads\. 1 for it[^×]*×2\.00/,
    );
  });

  test('are a table in Markdown, without numbers where nothing was measured', () => {
    const rows = renderMarkdown(result)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(rows.find((row) => row.includes('A rewrite in Rust'))).toMatch(
      /^\| mixed +\| A rewrite in Rust makes a single thread faster\. +\| +2 \| +0 \| +1 \| +1 \| +×1\.20 \|/,
    );
    expect(rows.find((row) => row.includes('No other number'))).toMatch(/\| +\| +\| +\| +\| +\| +\|$/);
  });

  test('are left out where nobody asked for them', () => {
    const { claims: _, ...without } = result;
    expect(renderTerminal(without, WIDE)).not.toContain('What the article says');
    expect(renderMarkdown(without)).not.toContain('What the article says');
  });
});

describe('claims with their evidence', () => {
  const text = renderClaims(smallClaims(), WIDE, 'pnpm bench');

  test('name the article, what would refute them, and each case', () => {
    expect(text).toContain('mixed: A rewrite in Rust makes a single thread faster.\n  native-rewrite-pays\n');
    expect(text).toContain('  The article: Write it in C.\n  Refuted when: Rust takes as long.\n');
    expect(text).toContain(
      '  subject rust/single-thread; base typescript/single-thread; compared by time of an operation\n',
    );
    expect(text).toMatch(/\n {2}binary-trees +×0\.50 +\d\S+ +slower\n/);
    expect(text).toMatch(/\n {2}triad +×1\.10 +\S+ +inconclusive \+\n/);
    expect(text).toContain('  Nothing of pidigits: its work cannot be divided');
  });

  test('say more and less of memory, and which cells where these differ', () => {
    expect(text).toContain('  compared by highest resident memory\n');
    expect(text).toMatch(/nbody +typescript\/processes-2 +typescript\/worker-threads-2 +×2\.00 +\S+ +more\n/);
  });

  test('of those that were not measured say why, and the command that would measure them', () => {
    expect(text).toContain(
      '  Not measured: the run has no cell of such workers.\n  pnpm bench run --lane typescript --workers 1,2,4',
    );
    expect(text).toContain('  Not measured: kernels never wait.');
  });

  test('as Markdown say the same', () => {
    const document = renderClaimsMarkdown(smallClaims());
    expect(document).toContain('## mixed: A rewrite in Rust makes a single thread faster.');
    expect(document).toContain('- `native-rewrite-pays`\n- The article: Write it in C.');
    expect(document).toMatch(/\| binary-trees +\| +×0\.50 \|/);
    expect(document).toContain('`crossover run --lane typescript --workers 1,2,4`');
  });

  test('fit into any width, and into ASCII', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 160 }), (width) => {
        const plain = renderClaims(smallClaims(), { width, colour: false, unicode: false });
        expect(plain).not.toMatch(/[^\n\u0020-\u007E]/);
        const long = plain.split('\n').filter((line) => line.length > width);
        expect(long.filter((line) => !line.startsWith('  crossover run'))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

test('a price is the inverse of its ratio, also where the interval has no end', () => {
  const ratio = { estimate: 0.5, low: 0, high: UNBOUNDED };
  expect(shownRatio(ratio, 'faster')).toEqual(ratio);
  expect(shownRatio(ratio, 'more')).toEqual({ estimate: 2, low: 0, high: UNBOUNDED });
  expect(shownRatio({ estimate: 0.5, low: 0.4, high: 0.8 }, 'more')).toEqual({
    estimate: 2,
    low: 1.25,
    high: 2.5,
  });
});
