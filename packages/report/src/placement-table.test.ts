import { describe, expect, test } from 'vitest';
import { smallResult, withAside } from '../fixtures/small-result.ts';
import { kernelViews, rowGroups } from './kernel-view.ts';
import { placementTable } from './placement-table.ts';
import { renderCsv } from './csv.ts';
import { renderJson } from './json.ts';
import { renderKernel } from './kernel-report.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal } from './terminal.ts';
import type { Result } from '@crossover/model';

const STYLE = { width: 110, colour: false, unicode: true };

/** The last words on the first kernel. */
const answerOf = (result: Result) => renderKernel(result, 'mandelbrot', STYLE).split('\nmandelbrot: ').at(-1);

const rows = (result: Result) => kernelViews(result)[0]!.rows;

describe('tuned placements and further modes', () => {
  test('stand below everything that the answer is made from', () => {
    const text = renderKernel(withAside(), 'mandelbrot', STYLE);
    const lines = text.split('\n');
    const heading = lines.indexOf('further modes and tuned placements: never part of the answer');
    expect(heading).toBeGreaterThan(0);
    expect(lines[heading + 1]).toMatch(/rust +worker-threads-2\/shared +50\.0 ms/);
    expect(lines[heading + 2]).toMatch(/rust +further-4 +60\.0 ms/);
    expect(lines.slice(0, heading).join('\n')).not.toContain('shared');
    expect(rowGroups(rows(withAside())).map(({ standing }) => standing)).toEqual(['plain', 'aside']);
  });

  test('change no word of the answer', () => {
    expect(answerOf(withAside())).toBe(answerOf(smallResult()));
  });

  test('a placement is compared with that of the mode itself', () => {
    expect(placementTable(rows(withAside()), STYLE)).toMatchInlineSnapshot(`
      "tuned placements, over the mode’s own with as many workers
      lane  mode              placement      own    tuned  speed-up  interval   verdict
      ─────────────────────────────────────────────────────────────────────────────────
      rust  worker-threads-2  shared     74.6 ms  50.0 ms     ×1.49  1.46–1.52  faster"
    `);
    expect(placementTable(rows(smallResult()), STYLE)).toBe('');
    expect(placementTable(rows(withAside()), { ...STYLE, unicode: false })).toMatch(/^[\x20-\x7E\n]*$/);
  });

  test('are in every format', () => {
    const result = withAside();
    expect(renderTerminal(result, STYLE)).toContain(placementTable(rows(result), STYLE));
    const document = renderMarkdown(result);
    expect(document).toContain('The tuned placements, over the mode’s own with as many workers:');
    expect(document).toContain('further modes and tuned placements: never part of the answer');
    const [head = '', ...records] = renderCsv(result).split('\r\n');
    const record = records.find((line) => line.includes('/shared,'))!;
    const field = (name: string) => record.split(',')[head.split(',').indexOf(name)];
    expect([field('placement'), field('ownPlacement'), field('overOwnVerdict')]).toEqual([
      'shared',
      'mandelbrot/medium/rust/worker-threads-2',
      'faster',
    ]);
    const { cells } = JSON.parse(renderJson(result)) as Result;
    expect(cells[0]).toMatchObject({ placement: 'shared' });
    expect(cells[1]).toMatchObject({ further: true, oversubscribed: true });
  });
});

test('more workers than cores are said, with the cells and in the limits', () => {
  const text = renderTerminal(withAside(), { ...STYLE, width: 1000 });
  expect(text).toContain('further-4: more workers than cores that they could use, so that they take turns');
  expect(text).toMatch(/Some cells have more workers than the \d+ cores? that could be used/);
  expect(renderTerminal(smallResult(), STYLE)).not.toContain('more workers than');
});

test('what the executors were told is said', () => {
  const { settings, ...result } = smallResult();
  const told: Result = {
    ...result,
    settings: { ...settings, waitPolicy: 'spin', chunking: 'static', pinned: true },
  };
  const text = renderTerminal(told, { ...STYLE, width: 1000 });
  expect(text).toContain('waiting: spin; chunks: static; workers pinned to cores');
  expect(text).toContain('told what to do (waiting: spin, chunks: static, workers pinned to cores)');
});
