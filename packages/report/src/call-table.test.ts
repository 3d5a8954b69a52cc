import { describe, expect, test } from 'vitest';
import { estimate, single, smallResult } from '../fixtures/small-result.ts';
import { callTable } from './call-table.ts';
import { kernelViews } from './kernel-view.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal } from './terminal.ts';
import type { PassResult, Result } from '@crossover/model';

const STYLE = { width: 100, colour: false, unicode: true };

/** The first kernel's measured cells with these passes; those of Rust take ten times as long. */
function withPasses(passes: readonly PassResult[]): Result {
  const result = smallResult();
  const cells = result.cells.map((cell) => {
    if (cell.status !== 'ok' || cell.kernel !== 'mandelbrot') return cell;
    const factor = cell.lane === 'rust' ? 10 : 1;
    const passesNs = passes.map((pass) => scaled(pass, factor));
    return { ...cell, passesNs };
  });
  return { ...result, cells };
}

function scaled(pass: PassResult, factor: number): PassResult {
  const [estimated, low, high] = [pass.estimate * factor, pass.low * factor, pass.high * factor];
  return { ...pass, estimate: estimated, low, high };
}

const CALLS: readonly PassResult[] = [
  { name: 'noop', calls: 1000, ...estimate(414, 0.021) },
  { name: 'prepare', ...estimate(5e6, 0.01) },
  { name: 'add', calls: 1000, ...single(36_400) },
];

const rows = (result: Result) => kernelViews(result)[0]!.rows;

describe('the cost of calls', () => {
  test('is shown for each lane on a single thread and each function that is called once per item', () => {
    expect(callTable(rows(withPasses(CALLS)), STYLE)).toMatchInlineSnapshot(`
      "nanoseconds per call, on a single thread
      lane                noop   add
      ──────────────────────────────
      typescript  0.414 ±2.1 %  36.4
      rust         4.14 ±2.1 %   364"
    `);
  });

  test('is told in lines where there is no room for a table', () => {
    expect(callTable(rows(withPasses(CALLS)), { ...STYLE, width: 28 })).toMatchInlineSnapshot(`
      "nanoseconds per call, on a single thread
      typescript: noop 0.414
        ±2.1 %, add 36.4
      rust: noop 4.14 ±2.1 %, add
        364"
    `);
  });

  test('stands under the cells, in the terminal and in the document', () => {
    const result = withPasses(CALLS);
    expect(renderTerminal(result, STYLE)).toContain(callTable(rows(result), STYLE));
    const document = renderMarkdown(result);
    expect(document).toContain('In nanoseconds per call, on a single thread:');
    expect(document).toMatch(/\| rust +\| +4\.14 ±2\.1 % \| +364 \|/);
  });

  test('is not a matter of kernels whose functions are called once per chunk', () => {
    const ordinary = withPasses([{ name: 'sweep', ...estimate(5e6, 0.01) }]);
    for (const result of [ordinary, smallResult()]) {
      expect(callTable(rows(result), STYLE)).toBe('');
      expect(renderMarkdown(result)).not.toContain('per call');
    }
  });
});
