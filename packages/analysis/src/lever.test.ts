import { expect, test } from 'vitest';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import { decideLever, gains } from './lever.ts';
import type { SyntheticCell } from '../fixtures/synthetic-run.ts';
import type { LeverEvidence } from './lever.ts';
import type { Lever, LeverResult } from '@crossover/model';

const cases: readonly (Omit<LeverEvidence, 'divisible'> & { divisible?: boolean; lever: Lever })[] = [
  { language: 'faster', cores: 'faster', lever: 'both' },
  { language: 'slightly-faster', cores: 'faster', lever: 'both' },
  { language: 'faster', cores: 'same', lever: 'language' },
  { language: 'faster', cores: 'slower', lever: 'language' },
  { language: 'slightly-faster', cores: 'slightly-slower', lever: 'language' },
  { language: 'same', cores: 'faster', lever: 'cores' },
  { language: 'slower', cores: 'slightly-faster', lever: 'cores' },
  { language: 'same', cores: 'same', lever: 'neither' },
  { language: 'slower', cores: 'slightly-slower', together: 'same', lever: 'neither' },
  { language: 'faster', cores: 'inconclusive', lever: 'inconclusive' },
  { language: 'inconclusive', cores: 'faster', lever: 'inconclusive' },
  { language: 'withheld', cores: 'withheld', together: 'withheld', lever: 'inconclusive' },
  { cores: 'faster', lever: 'inconclusive' },
  { language: 'faster', lever: 'inconclusive' },
  { lever: 'inconclusive' },
  // Alone they do not gain, or it is open; together they do.
  {
    language: 'same',
    cores: 'slower',
    together: 'faster',
    togetherOverLanguage: 'faster',
    togetherOverCores: 'faster',
    lever: 'both',
  },
  {
    language: 'faster',
    cores: 'inconclusive',
    together: 'faster',
    togetherOverLanguage: 'slightly-faster',
    togetherOverCores: 'faster',
    lever: 'both',
  },
  // Together they gain, but one of them alone may do as well.
  {
    language: 'faster',
    cores: 'same',
    together: 'faster',
    togetherOverLanguage: 'same',
    togetherOverCores: 'faster',
    lever: 'language',
  },
  {
    language: 'same',
    cores: 'same',
    together: 'faster',
    togetherOverLanguage: 'inconclusive',
    lever: 'inconclusive',
  },
  { language: 'same', cores: 'same', together: 'inconclusive', lever: 'inconclusive' },
  // Better than either alone, but no better than doing nothing.
  {
    language: 'slower',
    cores: 'slower',
    together: 'same',
    togetherOverLanguage: 'faster',
    togetherOverCores: 'faster',
    lever: 'neither',
  },
  { divisible: false, language: 'faster', lever: 'language' },
  { divisible: false, language: 'faster', cores: 'inconclusive', lever: 'language' },
  { divisible: false, language: 'same', cores: 'slower', lever: 'neither' },
  { divisible: false, language: 'inconclusive', cores: 'slower', lever: 'inconclusive' },
  {
    divisible: false,
    language: 'faster',
    cores: 'slower',
    together: 'faster',
    togetherOverLanguage: 'faster',
    togetherOverCores: 'faster',
    lever: 'language',
  },
];

test.each(cases)(
  'language $language, cores $cores, together $together, divisible $divisible: $lever',
  ({ lever, divisible = true, ...evidence }) => {
    expect(decideLever({ divisible, ...evidence })).toBe(lever);
  },
);

test('a gain is shown, excluded, or open', () => {
  expect(gains('slightly-faster')).toBe(true);
  expect(gains('same')).toBe(false);
  expect(gains('inconclusive')).toBeUndefined();
});

test.each([
  { lever: 'both', cells: fourCells(90e6, 45e6, 50e6, 25e6) },
  { lever: 'language', cells: fourCells(90e6, 45e6, 90e6, 45e6) },
  { lever: 'cores', cells: fourCells(90e6, 90e6, 50e6, 50e6) },
  { lever: 'neither', cells: fourCells(90e6, 95e6, 92e6, 91e6) },
])('a run in which the times say so gives the lever $lever', ({ lever, cells }) => {
  expect(leverOf(cells)).toMatchObject({ kernel: 'nbody', workload: 'medium', lever });
});

test('the fastest cell of each group speaks for its lever, and tuned and extra lanes never do', () => {
  const cells: readonly SyntheticCell[] = [
    ...fourCells(90e6, 45e6, 50e6, 26e6),
    { lane: 'assemblyscript', placement: 'single-thread', timeNs: 40e6 },
    { lane: 'typescript', placement: 'processes-2', timeNs: 60e6 },
    { lane: 'typescript', placement: 'worker-threads-1', timeNs: 30e6 },
    { lane: 'rust', placement: 'processes-2', timeNs: 20e6 },
    { lane: 'rust-simd', placement: 'single-thread', timeNs: 1e6 },
    { lane: 'rust-simd', placement: 'processes-2', timeNs: 1e6 },
    { lane: 'node-crypto', placement: 'single-thread', timeNs: 0.5e6 },
    { lane: 'node-crypto', placement: 'processes-2', timeNs: 0.5e6 },
  ];
  expect(leverOf(cells)).toEqual({
    kernel: 'nbody',
    workload: 'medium',
    lever: 'both',
    language: 'nbody/medium/assemblyscript/single-thread',
    cores: 'nbody/medium/typescript/worker-threads-2',
    together: 'nbody/medium/rust/processes-2',
    best: 'nbody/medium/rust/processes-2',
  });
});

test('where the work cannot be divided, cores cannot help, and the answer says so', () => {
  const cells = fourCells(90e6, 45e6, 90e6, 45e6).filter(({ placement }) => placement === 'single-thread');
  const run = syntheticRun([{ kernel: 'pidigits', cells, items: 1 }]);
  expect(analyse(run).levers[0]).toMatchObject({
    lever: 'language',
    note: 'its work cannot be divided: cores cannot help',
  });
});

test('without a base there is nothing to compare with', () => {
  const run = syntheticRun([{ kernel: 'nbody', cells: fourCells(90e6, 45e6, 50e6, 25e6) }]);
  const baseless = withTrials(run, (trial) =>
    trial.cell.endsWith('typescript/single-thread') ? undefined : trial,
  );
  const result = analyse(baseless);
  expect(result.comparisons).toEqual([]);
  expect(result.attribution).toEqual([]);
  expect(result.levers).toEqual([
    {
      kernel: 'nbody',
      workload: 'medium',
      lever: 'inconclusive',
      best: 'nbody/medium/rust/worker-threads-2',
      note: 'there is no time of typescript/single-thread to compare with',
    },
  ]);
});

test('levers without a cell are named in the note', () => {
  expect(leverOf(fourCells(1e6, 1e6, 1e6, 1e6).slice(0, 2)).note).toBe('no other lane was measured');
  expect(leverOf([...fourCells(1e6, 1e6, 1e6, 1e6)].filter((_, index) => index % 2 === 0)).note).toBe(
    'typescript was not measured on more than one worker',
  );
});

test('two levers that do not add up are called so', () => {
  const result = leverOf(fourCells(90e6, 30e6, 50e6, 31e6));
  expect(result.lever).toBe('both');
  expect(result.note).toBe('both levers together are no faster than the better one alone');
});

function leverOf(cells: readonly SyntheticCell[]): LeverResult {
  const [lever] = analyse(syntheticRun([{ kernel: 'nbody', cells }], { blocks: 12 })).levers;
  return lever!;
}
