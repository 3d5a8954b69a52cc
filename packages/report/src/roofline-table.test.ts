import { expect, test } from 'vitest';
import { ROOFLINE, rooflineResult } from '../fixtures/roofline.ts';
import { smallResult } from '../fixtures/small-result.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSections } from './further-sections.ts';
import { renderTerminal } from './terminal.ts';
import type { Style } from './style.ts';

const WIDE: Style = { width: 140, colour: false, unicode: true };
const NARROW: Style = { width: 50, colour: false, unicode: false };

test('each lane alone, and the best with several workers, stand under their roofs', () => {
  expect(`\n${renderSections(rooflineResult(), WIDE).join('\n\n')}`).toMatchInlineSnapshot(`
    "
    What the machine could do
    how near each lane comes to it
    cell                               G/s  limit         at  share  within             of scalar
    ─────────────────────────────────────────────────────────────────────────────────────────────
    mandelbrot/typescript             2.50  arithmetic  50.0  5.0 %   ±10 %  ░               20 %
    mandelbrot/rust-simd              40.0  memory      50.0   80 %   ±10 %  ███████░░
    mandelbrot/rust/worker-threads-2  6.00  arithmetic  50.0   12 %   ±10 %  █               48 %
    Arithmetic operations that the algorithm asks for, in thousand millions per second, and what the machine could do with so many threads: the
    peak of its arithmetic, or what the bandwidth feeds of the nearest place that holds all data, whichever is less (roofline). A lane alone is
    on a single thread; of cells with several workers the one that gets the most done; the JSON result has all, and the operations per byte. Of
    scalar: the share of what one number at a time would allow, of lanes without vectors of their own. Within: half the width of its interval,
    which is that of the time.
    Arithmetic, in thousand million operations per second: floating-point, multiply and add: 12.5 (1 thread); floating-point, avx2, fused
    multiply-add: 50.0 (1 thread), 99.0 (2 threads).
    Bandwidth by STREAM’s triad, in GB/s: L2 98.0 (1 thread); memory 19.0 (1 thread); memory written past the caches 25.0 (1 thread).
    Each is the best of 4–5 repeats, in one process, before the first kernel: what others took from the machine meanwhile is missing from it.
    The model knows nothing of instructions that wait for each other, of divisions and roots, which take many times as long as the sums that
    peaks are made of, of branches, nor of data that lie apart; what one instruction does at once, such as rounds of SHA-256, can exceed it.
    Not counted: nqueens: nothing tells but trying."
  `);
});

test('a narrow place that shows nothing but ASCII keeps every figure', () => {
  const text = renderSections(rooflineResult(), NARROW).join('\n');
  expect(text).toMatch(/^[\n\u0020-\u007E]*$/);
  const said = text.replaceAll(/\s+/g, ' ');
  for (const figure of ['share 80 %', 'of scalar 20 %', 'limit memory', '99.0 (2 threads)', 'nqueens:']) {
    expect(said).toContain(figure);
  }
});

test('peaks that were not measured are a sentence, and no table', () => {
  const missing = {
    status: 'unavailable',
    reason: 'the Rust addon is not built',
    remedy: 'install cargo',
  } as const;
  const without = rooflineResult({ ...ROOFLINE, peaks: missing, points: [] });
  const [section] = renderSections(without, WIDE);
  expect(section).toBe(
    'What the machine could do\nNot measured, because the Rust addon is not built; install cargo.',
  );
  const failure = { code: 'time-limit', message: 'no answer within 60 s' } as const;
  const failed = rooflineResult({ ...ROOFLINE, peaks: { status: 'failed', failure }, points: [] });
  expect(renderMarkdown(failed)).toContain('Not measured, because no answer within 60 s.');
});

test('details and documents hold it; a result without it has none', () => {
  const heading = 'What the machine could do';
  expect(renderMarkdown(rooflineResult())).toContain(heading);
  expect(renderTerminal(rooflineResult(), WIDE)).toContain(heading);
  expect(renderMarkdown(smallResult())).not.toContain(heading);
  expect(JSON.parse(renderJson(rooflineResult()))).toEqual(rooflineResult());
});
