import { expect, test } from 'vitest';
import { cellOf } from '@crossover/model';
import { renderVerification } from './verification.ts';
import type { CellCheck } from '@crossover/model';
import type { Style } from './style.ts';

const STYLE: Style = { width: 90, colour: false, unicode: true };
const placements = [
  { mode: 'single-thread', workers: 1, counted: false },
  { mode: 'worker-threads', workers: 1, counted: true },
  { mode: 'worker-threads', workers: 2, counted: true },
];

const cells = ['typescript', 'rust'].flatMap((lane) =>
  placements.map(({ mode, workers, counted }) =>
    cellOf({ kernel: 'sha256', workload: 'smoke', lane, mode, workers }, counted),
  ),
);
const right: readonly CellCheck[] = cells.map((cell) =>
  Object.assign({ status: 'ok' as const, digest: 'abc' }, cell),
);

test('right answers are a table of marks', () => {
  expect(renderVerification(right, STYLE)).toMatchInlineSnapshot(`
    "kernel        lane        single-thread  worker-threads 1 2
    ───────────────────────────────────────────────────────────
    sha256/smoke  typescript  ✓              ✓ ✓
    sha256/smoke  rust        ✓              ✓ ✓
    6 of 6 cells of 1 kernel gave the right answer"
  `);
});

test('a wrong answer is shown with what was expected, and what lacks with its remedy', () => {
  const checks: readonly CellCheck[] = [
    right[0]!,
    right[1]!,
    {
      ...cells[2]!,
      status: 'failed',
      failure: {
        code: 'wrong-digest',
        message: 'the answer is wrong',
        digests: { expected: 'abc', actual: 'abd' },
      },
    },
    { ...cells[4]!, status: 'unavailable', reason: 'cargo was not found', remedy: 'install Rust' },
    { ...cells[3]!, status: 'unavailable', reason: 'cargo was not found', remedy: 'install Rust' },
  ];
  expect(renderVerification(checks, STYLE)).toMatchInlineSnapshot(`
    "kernel        lane        single-thread  worker-threads 1 2
    ───────────────────────────────────────────────────────────
    sha256/smoke  typescript  ✓              ✓ ✗
    sha256/smoke  rust        –              – –
    • sha256/smoke/typescript/worker-threads-2: the answer is wrong; expected abc, got abd
    • rust/worker-threads-1, rust/single-thread: cargo was not found (install Rust)
    2 of 3 cells of 1 kernel gave the right answer, 1 failed, 2 unavailable"
  `);
  expect(renderVerification(checks, { ...STYLE, colour: true })).toContain('\u001B[31m✓ ✗\u001B[39m');
});

test('a narrow place gets the totals, and what is wrong', () => {
  expect(renderVerification(right, { ...STYLE, width: 40 })).toBe(
    '6 of 6 cells of 1 kernel gave the right\nanswer',
  );
});

test('nothing checked is not a success in a table', () => {
  expect(renderVerification([], STYLE)).toBe('0 of 0 cells of 0 kernels gave the right answer');
});

test('marks of hybrid workers and placements stand under names that tell them apart', () => {
  const parts = { kernel: 'sha256', workload: 'smoke', lane: 'rust' } as const;
  const checks = [
    cellOf({ ...parts, mode: 'processes', workers: 2 }, true),
    cellOf({ ...parts, mode: 'processes', workers: 2, placement: 'shared' }, true),
    cellOf({ ...parts, mode: 'hybrid', workers: 2, processes: 1 }, true),
    cellOf({ ...parts, mode: 'hybrid', workers: 2, processes: 2 }, true),
  ].map((cell): CellCheck => Object.assign({ status: 'ok' as const, digest: 'abc' }, cell));
  expect(renderVerification(checks, { ...STYLE, width: 62 })).toMatchInlineSnapshot(`
    "kernel        lane  processes 2 2/shared  hybrid 1x2 2x1
    ────────────────────────────────────────────────────────
    sha256/smoke  rust  ✓ ✓                   ✓ ✓
    4 of 4 cells of 1 kernel gave the right answer"
  `);
});
