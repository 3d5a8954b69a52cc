import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { forcedComparison, smallComparison, withheldComparison } from '../fixtures/small-comparison.ts';
import { renderComparison } from './comparison-terminal.ts';
import { renderComparisonMarkdown } from './comparison-markdown.ts';
import { renderJson } from './json.ts';
import type { RunComparison } from '@crossover/model';
import type { Style } from './style.ts';

const WIDE: Style = { width: 140, colour: false, unicode: true };

describe('in a terminal', () => {
  test('the answer comes first, then what got slower and faster, and the rest is folded', () => {
    expect(renderComparison(smallComparison(), WIDE)).toMatchInlineSnapshot(`
      "Of 6 cells 2 got slower (1 by more than 5 %), 1 got faster (by more than 5 %), 2 stayed the same, and 1 is undecided.

      base: 2026-09-23T10:00:00.000Z, commit 0123456789ab, profile quick, at most 6 blocks, twins differ by up to 0.8 %, intervals 1.20 times as
            wide for that
      head: 2026-09-23T10:10:00.000Z, commit fedcba987654 with changes, profile quick, at most 6 blocks, twins differ by up to 0.8 %, intervals
            1.20 times as wide for that

      Slower
      cell                                 base     head  speed-up  interval   adjusted p  p of ranks  beyond 5 %  verdict
      ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      mandelbrot/rust/single-thread     50.0 ms  62.5 ms     ×0.80  0.78–0.82      <0.001      <0.001  yes         slower
      mandelbrot/rust/worker-threads-2  50.0 ms  53.8 ms     ×0.93  0.89–0.98       0.030       0.030  no          slightly slower *

      Faster
      cell                                  base     head  speed-up  interval   adjusted p  p of ranks  beyond 5 %  verdict
      ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      pidigits/typescript/single-thread  50.0 ms  33.3 ms     ×1.50  1.46–1.54      <0.001      <0.001  yes         faster

      The rest
      • 2 the same: within 5 %; 1 of them changed significantly, but by less than that
      • 1 undecided: more blocks would tell; by its interval alone changed: pidigits/rust/single-thread
      • --format markdown shows each of them
      • not compared: mandelbrot/rust-simd/single-thread; base: measured; head: failed (the answer is wrong)
      • not compared: mandelbrot/assemblyscript/single-thread; only the head run has it

      Speed-up: base time ÷ head time with its 95 % interval; below 1 the head is slower. Adjusted p: of the cells where it is at most 0.05, on
      average at most 5 % have not changed; those are significant. Slower, faster: significant, and shown to be more than 5 %. Slightly:
      significant, and not shown to be more. Same: shown to be less, significant or not.
      The median of all speed-ups is ×0.99. The runs share no blocks: what slowed the whole machine during one of them looks like a change of all
      cells.
      The median interval reaches ±2.1 %: smaller changes are mostly not seen.
      Verdicts with *: the ranks of the trials, which no distribution is assumed for, do not confirm them; more blocks would tell."
    `);
  });

  test('a narrow one gets a list, and ASCII where there is no more', () => {
    const style = { width: 50, colour: false, unicode: false };
    expect(renderComparison(smallComparison(), style)).toMatchInlineSnapshot(`
      "Of 6 cells 2 got slower (1 by more than 5 %), 1
      got faster (by more than 5 %), 2 stayed the same,
      and 1 is undecided.

      base: 2026-09-23T10:00:00.000Z, commit
            0123456789ab, profile quick, at most 6
            blocks, twins differ by up to 0.8 %,
            intervals 1.20 times as wide for that
      head: 2026-09-23T10:10:00.000Z, commit
            fedcba987654 with changes, profile quick, at
            most 6 blocks, twins differ by up to 0.8 %,
            intervals 1.20 times as wide for that

      Slower
      mandelbrot/rust/single-thread
        x0.80, 0.78-0.82, adjusted p <0.001, slower
      mandelbrot/rust/worker-threads-2
        x0.93, 0.89-0.98, adjusted p 0.030, slightly
        slower *

      Faster
      pidigits/typescript/single-thread
        x1.50, 1.46-1.54, adjusted p <0.001, faster

      The rest
      * 2 the same: within 5 %; 1 of them changed
        significantly, but by less than that
      * 1 undecided: more blocks would tell; by its
        interval alone changed:
        pidigits/rust/single-thread
      * --format markdown shows each of them
      * not compared:
        mandelbrot/rust-simd/single-thread; base:
        measured; head: failed (the answer is wrong)
      * not compared:
        mandelbrot/assemblyscript/single-thread; only
        the head run has it

      Speed-up: base time / head time with its 95 %
      interval; below 1 the head is slower. Adjusted p:
      of the cells where it is at most 0.05, on average
      at most 5 % have not changed; those are
      significant. Slower, faster: significant, and
      shown to be more than 5 %. Slightly: significant,
      and not shown to be more. Same: shown to be less,
      significant or not.
      The median of all speed-ups is x0.99. The runs
      share no blocks: what slowed the whole machine
      during one of them looks like a change of all
      cells.
      The median interval reaches +-2.1 %: smaller
      changes are mostly not seen.
      Verdicts with *: the ranks of the trials, which no
      distribution is assumed for, do not confirm them;
      more blocks would tell."
    `);
  });

  test('no line is wider than it, but for single words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 200 }), fc.boolean(), (width, unicode) => {
        const text = renderComparison(forcedComparison(), { width, colour: false, unicode });
        for (const line of text.split('\n')) {
          const words = line.trim().split(' ').length;
          expect(words === 1 || line.length <= Math.max(width, 45)).toBe(true);
        }
        expect(unicode || /^[\n -~]*$/.test(text)).toBe(true);
      }),
    );
  });

  test('colour changes nothing but colour', () => {
    const coloured = renderComparison(smallComparison(), { ...WIDE, colour: true });
    expect(coloured).toContain('\u001B[31m');
    // oxlint-disable-next-line no-control-regex -- it is what is tested
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(renderComparison(smallComparison(), WIDE));
  });

  test('withheld verdicts leave the numbers, and none is called slower', () => {
    const text = renderComparison(withheldComparison(), WIDE);
    expect(text).toContain(
      'No verdict on 6 cells: a run is too noisy, or is merged from runs that do not mix.',
    );
    expect(text).toContain('Not judged');
    expect(text).toContain('×0.80');
    expect(text).not.toContain('got slower');
  });

  test('with nothing in common it says so, and why', () => {
    const text = renderComparison(nothing(), WIDE);
    expect(text).toContain('Nothing to compare: the runs have no cell in common that both measured.');
    expect(text).toContain('only the head run has it');
  });

  test('text from a run cannot forge lines', () => {
    const base = smallComparison();
    const forged = {
      ...base,
      unmatched: base.unmatched.map((cell) => Object.assign({}, cell, { reason: 'a\u001B[2J\nerror: b' })),
    };
    expect(renderComparison(forged, WIDE)).not.toContain('\u001B');
    expect(renderComparison(forged, WIDE)).not.toMatch(/^error:/m);
  });
});

describe('as Markdown', () => {
  test('every cell is shown, what did not change folded', () => {
    expect(renderComparisonMarkdown(smallComparison())).toMatchInlineSnapshot(`
      "# What changed between two runs

      **Of 6 cells 2 got slower (1 by more than 5 %), 1 got faster (by more than 5 %), 2 stayed the same, and 1 is undecided.**

      - base: 2026-09-23T10:00:00.000Z, commit 0123456789ab, profile quick, at most 6 blocks, twins differ by up to 0.8 %, intervals 1.20 times as wide for that, \`crossover run mandelbrot pidigits --seed 1\`
      - head: 2026-09-23T10:10:00.000Z, commit fedcba987654 with changes, profile quick, at most 6 blocks, twins differ by up to 0.8 %, intervals 1.20 times as wide for that, \`crossover run mandelbrot pidigits --seed 1\`

      ## Slower

      | cell                             |    base |    head | speed-up | interval  | adjusted p | p of ranks | significant | beyond 5 % | verdict            |
      | :------------------------------- | ------: | ------: | -------: | :-------- | ---------: | ---------: | :---------- | :--------- | :----------------- |
      | mandelbrot/rust/single-thread    | 50.0 ms | 62.5 ms |    ×0.80 | 0.78–0.82 |  &lt;0.001 |  &lt;0.001 | yes         | yes        | slower             |
      | mandelbrot/rust/worker-threads-2 | 50.0 ms | 53.8 ms |    ×0.93 | 0.89–0.98 |      0.030 |      0.030 | yes         | no         | slightly slower \\* |

      ## Faster

      | cell                              |    base |    head | speed-up | interval  | adjusted p | p of ranks | significant | beyond 5 % | verdict |
      | :-------------------------------- | ------: | ------: | -------: | :-------- | ---------: | ---------: | :---------- | :--------- | :------ |
      | pidigits/typescript/single-thread | 50.0 ms | 33.3 ms |    ×1.50 | 1.46–1.54 |  &lt;0.001 |  &lt;0.001 | yes         | yes        | faster  |

      <details>
      <summary>The rest: 1 undecided, 2 the same</summary>

      | cell                                  |    base |    head | speed-up | interval  | adjusted p | p of ranks | significant | beyond 5 % | verdict        |
      | :------------------------------------ | ------: | ------: | -------: | :-------- | ---------: | ---------: | :---------- | :--------- | :------------- |
      | pidigits/rust/single-thread           | 50.0 ms | 41.7 ms |    ×1.20 | 1.09–1.32 |      0.070 |      0.070 | no          | no         | inconclusive + |
      | pidigits/assemblyscript/single-thread | 50.0 ms | 51.0 ms |    ×0.98 | 0.97–0.99 |      0.010 |      0.010 | yes         | no         | same           |
      | mandelbrot/typescript/single-thread   | 50.0 ms | 49.9 ms |    ×1.00 | 0.99–1.01 |      0.900 |      0.900 | no          | no         | same           |

      </details>

      ## Not compared

      - **mandelbrot/rust-simd/single-thread: base: measured; head: failed (the answer is wrong)**
      - mandelbrot/assemblyscript/single-thread: only the head run has it

      Speed-up: base time ÷ head time with its 95 % interval; below 1 the head is slower. Adjusted p: of the cells where it is at most 0.05, on average at most 5 % have not changed; those are significant. Slower, faster: significant, and shown to be more than 5 %. Slightly: significant, and not shown to be more. Same: shown to be less, significant or not.

      The median of all speed-ups is ×0.99. The runs share no blocks: what slowed the whole machine during one of them looks like a change of all cells.

      The median interval reaches ±2.1 %: smaller changes are mostly not seen.

      Verdicts with \\*: the ranks of the trials, which no distribution is assumed for, do not confirm them; more blocks would tell.

      Verdicts with +: the interval alone says more; among all cells compared that may be chance.
      "
    `);
  });

  test('withheld verdicts and nothing at all are documents as well', () => {
    expect(renderComparisonMarkdown(withheldComparison())).toContain('## Not judged');
    expect(renderComparisonMarkdown(nothing())).toContain('Nothing to compare');
  });
});

test('as JSON it is the data', () => {
  const text = renderJson(smallComparison());
  expect(JSON.parse(text)).toEqual(smallComparison());
  expect(text).toMatch(/^\{\n {2}"schema": "crossover.comparison\/1",\n/);
});

test.each([
  ['terminal', (comparison: RunComparison) => renderComparison(comparison, WIDE)],
  ['Markdown', renderComparisonMarkdown],
])('a forced comparison is marked, before anything else: %s', (_, render) => {
  const text = render(forcedComparison());
  const mark =
    'Forced: the runs are of different machines or toolchains, and what changed may be just that. node: 26.10.0 and 24.0.0; libc: absent and musl.';
  expect(text.replaceAll('\n', ' ')).toContain(mark);
  expect(text.indexOf('Forced')).toBeLessThan(text.indexOf('Of 6 cells'));
  expect(render(smallComparison())).not.toContain('Forced');
});

test('cells of several workloads keep them in their names', () => {
  const comparison = smallComparison();
  const [first, ...others] = comparison.changes;
  const large = { ...first!, id: first!.id.replace('medium', 'large'), workload: 'large' as const };
  expect(renderComparison({ ...comparison, changes: [large, ...others] }, WIDE)).toContain(
    'mandelbrot/medium/rust/single-thread',
  );
});

test('runs that were measured otherwise, or measured the same sources, are told', () => {
  const comparison = smallComparison();
  const { settings } = comparison.head;
  const head = { ...comparison.head, settings: { ...settings, warmUp: { ...settings.warmUp, mostNs: 1e8 } } };
  expect(renderComparison({ ...comparison, head }, WIDE)).toContain(
    'The runs were not measured alike (warmUp)',
  );
  const twice = { base: { ...comparison.base, sources: 'a1' }, head: { ...comparison.head, sources: 'a1' } };
  expect(renderComparison({ ...comparison, ...twice }, WIDE)).toContain('measured the same sources');
  expect(renderComparison(comparison, WIDE)).not.toContain('measured alike');
});

function nothing(): RunComparison {
  const { typical: _, ...comparison } = smallComparison();
  return { ...comparison, changes: [] };
}
