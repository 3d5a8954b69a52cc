import { expect, test } from 'vitest';
import { smallResult } from '../fixtures/small-result.ts';
import { renderFloors } from './floor-table.ts';
import { renderMarkdown } from './markdown.ts';
import { renderTerminal } from './terminal.ts';
import type { Floor, Result } from '@crossover/model';

const STYLE = { width: 80, colour: false, unicode: true };

const floors: readonly Floor[] = [
  floor('single-thread', { mode: 'single-thread', workers: 1, emptyNs: 400, readyNs: 1e6 }),
  floor('worker-threads-2', {
    mode: 'worker-threads',
    emptyNs: 8e3,
    readyNs: 31e6,
    workerRssBytes: 12 * 2 ** 20,
  }),
  {
    status: 'failed',
    place: 'processes-2',
    mode: 'processes',
    workers: 2,
    failure: { code: 'process-ended', message: 'it was killed' },
  },
];

function floor(place: string, facts: Partial<Extract<Floor, { status: 'ok' }>>): Floor {
  const usual = { lane: 'typescript', waitPolicy: 'park', regions: 900, emptyNs: 0, readyNs: 0 } as const;
  return { status: 'ok', place, mode: 'worker-threads', workers: 2, ...usual, ...facts };
}

/** A result in which the first parallel cell lasts so many floors. */
function near(times: number): Result {
  const result = smallResult();
  const cells = result.cells.map((cell) =>
    cell.id.endsWith('typescript/worker-threads-2') ? { ...cell, floorShare: 1 / times } : cell,
  );
  return { ...result, cells, floors };
}

test('floors stand in a table, with how long an operation must be for them not to count', () => {
  const [title, ...lines] = renderFloors(floors, STYLE).split('\n');
  expect([title, ...lines.slice(0, 4)].join('\n')).toMatchInlineSnapshot(`
    "What each mode costs before anything is computed
    mode                empty  1 % from  10 % from    ready    worker
    ─────────────────────────────────────────────────────────────────
    single-thread      400 ns   40.0 µs    4.00 µs  1.00 ms
    worker-threads-2  8.00 µs    800 µs    80.0 µs  31.0 ms  12.0 MiB"
  `);
  expect(lines.join(' ')).toContain('processes-2: not measured, because it was killed.');
});

test('without any floor measured only the reasons are told', () => {
  expect(renderFloors(floors.slice(2), STYLE)).toBe('processes-2: not measured, because it was killed.');
});

test('a verdict on an operation of less than 100 floors is marked, and the mark explained', () => {
  expect(renderTerminal(near(99), STYLE)).toContain('faster ~');
  expect(renderTerminal(near(99), STYLE)).toContain('verdicts with ~:');
  expect(renderTerminal(near(101), STYLE)).not.toContain('~');
});

test('reports have the floors after the noise; those of runs without any have not', () => {
  expect(renderTerminal(near(101), STYLE)).toMatch(/\nNoise\n[^]*\nFloors\n[^]*\nWhat these numbers/);
  expect(renderMarkdown(near(101))).toMatch(/\n## Noise\n[^]*\n## Floors\n[^]*\| worker-threads-2 \|/);
  expect(renderTerminal(smallResult(), STYLE)).not.toContain('Floors');
  expect(renderMarkdown(smallResult())).not.toContain('Floors');
});
