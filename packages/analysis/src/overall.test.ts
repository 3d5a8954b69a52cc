import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';

const kernels = [
  { kernel: 'nbody', cells: fourCells(90e6, 45e6, 50e6, 25e6) },
  { kernel: 'fannkuch', cells: fourCells(90e6, 90e6, 50e6, 50e6) },
  { kernel: 'sha256', cells: fourCells(90e6, 180e6, 50e6, 90e6) },
];

test('wins, ties and losses come with a geometric mean over kernels', () => {
  const { overall } = analyse(syntheticRun(kernels, { blocks: 12 }));
  const rust = overall!.find(({ lane, mode }) => lane === 'rust' && mode === 'single-thread');
  expect(rust).toMatchObject({ workload: 'medium', workers: 1, wins: 1, ties: 1, losses: 1, undecided: 0 });
  expect(rust!.speedUp!.estimate).toBeCloseTo(1, 1);
  expect(rust!.speedUp!.low).toBeLessThan(0.3);
  expect(overall!.map(({ lane, mode }) => `${lane}/${mode}`)).toEqual([
    'typescript/worker-threads',
    'rust/single-thread',
    'rust/worker-threads',
  ]);
});

test('lanes that stand for something else than a language are not counted', () => {
  const more = kernels.map(({ kernel, cells }) => ({
    kernel,
    cells: [
      ...cells,
      { lane: 'rust-simd', placement: 'single-thread', timeNs: 9e6 },
      { lane: 'node-crypto', placement: 'single-thread', timeNs: 9e6 },
    ],
  }));
  const { overall } = analyse(syntheticRun(more));
  expect(overall!.map(({ lane }) => lane)).toEqual(['typescript', 'rust', 'rust', 'rust-simd']);
});

test('two kernels are counted, but not averaged', () => {
  const { overall } = analyse(syntheticRun(kernels.slice(0, 2), { blocks: 12 }));
  expect(overall!.every(({ speedUp }) => speedUp === undefined)).toBe(true);
});

test('one kernel is no collection', () => {
  expect(analyse(syntheticRun(kernels.slice(0, 1))).overall).toBeUndefined();
});

test('sizes of a kernel are not counted together', () => {
  const small = kernels.map((kernel) => Object.assign({ workload: 'small' as const }, kernel));
  const { overall } = analyse(syntheticRun([...kernels, ...small], { blocks: 12 }));
  expect(overall).toHaveLength(6);
  expect(new Set(overall!.map(({ wins, ties, losses }) => wins + ties + losses))).toEqual(new Set([3]));
});

test('what is inconclusive is undecided, not a tie', () => {
  const { overall } = analyse(syntheticRun(kernels, { blocks: 1 }));
  expect(overall!.map(({ undecided }) => undecided)).toEqual([3, 3, 3]);
});
