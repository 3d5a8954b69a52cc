import { expect, test } from 'vitest';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';

const cells = fourCells(120e6, 40e6, 60e6, 25e6);

test('without noise the factors are exact', () => {
  const quiet = syntheticRun([{ kernel: 'nbody', cells }], { trialNoise: 0 });
  const [attribution] = analyse(quiet).attribution;
  expect(attribution).toMatchObject({
    kernel: 'nbody',
    subject: 'nbody/medium/rust/worker-threads-2',
    headline: true,
    lever: 'both',
    language: { estimate: expect.closeTo(3, 9) },
    parallel: { estimate: expect.closeTo(2, 9) },
    interaction: { estimate: expect.closeTo(0.8, 9) },
    together: { estimate: expect.closeTo(4.8, 9) },
  });
});

test('the factors multiply to the whole, even when blocks are missing here and there', () => {
  const run = syntheticRun([{ kernel: 'nbody', cells }], { trialNoise: 0.1, blocks: 9 });
  const gaps = withTrials(run, (trial) => (trial.position === trial.block % 5 ? undefined : trial));
  for (const { language, parallel, interaction, together } of analyse(gaps).attribution) {
    const product = language.estimate * parallel.estimate * interaction.estimate;
    expect(product / together.estimate).toBeCloseTo(1, 9);
  }
});

test('every pair of another lane and a parallel placement is attributed, one of them as the headline', () => {
  const many = [
    ...cells,
    { lane: 'typescript', placement: 'processes-2', timeNs: 70e6 },
    { lane: 'rust', placement: 'processes-2', timeNs: 30e6 },
    { lane: 'rust-simd', placement: 'single-thread', timeNs: 10e6 },
    { lane: 'rust-simd', placement: 'processes-2', timeNs: 5e6 },
    { lane: 'node-crypto', placement: 'single-thread', timeNs: 10e6 },
    { lane: 'node-crypto', placement: 'processes-2', timeNs: 5e6 },
    // No counterpart in TypeScript: nothing to attribute.
    { lane: 'rust', placement: 'worker-threads-4', timeNs: 26e6 },
  ];
  const { attribution } = analyse(syntheticRun([{ kernel: 'nbody', cells: many }]));
  expect(attribution.map(({ subject, headline }) => `${subject} ${headline}`)).toEqual([
    'nbody/medium/rust/worker-threads-2 true',
    'nbody/medium/rust/processes-2 false',
    'nbody/medium/rust-simd/processes-2 false',
  ]);
});
