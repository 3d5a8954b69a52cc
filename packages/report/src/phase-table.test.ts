import { expect, test } from 'vitest';
import { smallResult } from '../fixtures/small-result.ts';
import { renderKernel } from './kernel-report.ts';
import { kernelViews } from './kernel-view.ts';
import { renderMarkdown } from './markdown.ts';
import { PHASES_TITLE, phaseTable } from './phase-table.ts';
import type { MeasuredCell, Result } from '@crossover/model';

const STYLE = { width: 100, colour: false, unicode: true };

/** The small result, where Rust in one thread spends its time like this, in nanoseconds. */
function withPhases(phases: Partial<MeasuredCell['phasesNs']>): Result {
  const result = smallResult();
  const cells = result.cells.map((cell) =>
    cell.id === 'mandelbrot/medium/rust/single-thread' && cell.status === 'ok'
      ? { ...cell, phasesNs: { ...cell.phasesNs, ...phases } }
      : cell,
  );
  return { ...result, cells };
}

function tableOf(result: Result, width = 100): string {
  return phaseTable(kernelViews(result)[0]!.rows, { ...STYLE, width });
}

const encoding = withPhases({ encode: 21.4e6, marshal: 2.3e6, compute: 9.87e6, wait: 1e3 });

test('a kernel whose lanes spend their time in several phases shows which, in one thread', () => {
  expect(tableOf(encoding)).toMatchInlineSnapshot(`
    "phases of an operation, on a single thread
    lane         encode  marshal  compute
    ─────────────────────────────────────
    typescript                     146 ms
    rust        21.4 ms  2.30 ms  9.87 ms"
  `);
});

test('where there is no room for a table, there are lines', () => {
  expect(tableOf(encoding, 34)).toMatchInlineSnapshot(`
    "phases of an operation, on a single thread
    typescript: compute 146 ms
    rust: encode 21.4 ms, marshal 2.30
      ms, compute 9.87 ms"
  `);
});

test('a kernel that only computes shows no phases, nor does a phase of a few per cent count', () => {
  expect(tableOf(smallResult())).toBe('');
  expect(tableOf(withPhases({ marshal: 4e6, compute: 96e6 }))).toBe('');
  expect(tableOf(withPhases({ marshal: 6e6, compute: 94e6 }))).toContain('marshal');
});

test('what starting takes is no part of an operation', () => {
  expect(tableOf(withPhases({ spawn: 1e9, load: 1e9 }))).toBe('');
});

test('an operation that took no time has no phases', () => {
  expect(tableOf(withPhases({ compute: 0 }))).toBe('');
});

test('reports show the phases below the cells', () => {
  const block = renderKernel(encoding, 'mandelbrot', STYLE);
  expect(block.indexOf('assemblyscript')).toBeLessThan(block.indexOf(PHASES_TITLE));
  expect(block.indexOf(PHASES_TITLE)).toBeLessThan(block.indexOf('• '));
  expect(renderMarkdown(encoding)).toContain(`The ${PHASES_TITLE}:\n\n| lane`);
  expect(renderMarkdown(smallResult())).not.toContain(PHASES_TITLE);
});
