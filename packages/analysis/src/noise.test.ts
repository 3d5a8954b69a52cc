import { expect, test } from 'vitest';
import { UNBOUNDED } from '@crossover/model';
import { fourCells, syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import type { MeasuredRun } from './measured-run.ts';

const cells = fourCells(90e6, 40e6, 50e6, 30e6);
const names = ['nbody', 'fannkuch', 'mandelbrot', 'sha256'];
const kernels = names.map((kernel) => ({ kernel, cells }));

test('equal twins leave the verdicts alone, and show the smallest visible difference', () => {
  const { noise } = analyse(syntheticRun(kernels, { trialNoise: 0.02 }));
  expect(noise.twins.map(({ kernel }) => kernel)).toEqual(names);
  expect(noise.verdictsWithheld).toBe(false);
  expect(noise.inflation).toBeLessThan(2);
  expect(noise.floor).toBeGreaterThan(0);
  expect(noise.floor).toBeLessThan(0.05);
  // Half-width of a 95 % interval over 8 blocks of a difference of two trials: 2.36 × 0.02 × √(2 ÷ 8).
  expect(noise.smallestVisible / noise.inflation).toBeGreaterThan(0.012);
  expect(noise.smallestVisible / noise.inflation).toBeLessThan(0.045);
});

test('twins that differ beyond the margin withhold every verdict', () => {
  const result = analyse(syntheticRun(kernels, { twinBias: 1.1 }));
  expect(result.noise.verdictsWithheld).toBe(true);
  expect(new Set(result.comparisons.map(({ verdict }) => verdict))).toEqual(new Set(['withheld']));
  expect(result.levers[0]).toMatchObject({
    lever: 'inconclusive',
    note: expect.stringContaining('too noisy'),
  });
});

test('twins that differ reliably, but by less than any verdict is about, only widen the intervals', () => {
  const { noise } = analyse(syntheticRun(kernels, { twinBias: 1.03, trialNoise: 0.01, blocks: 12 }));
  expect(noise.floor).toBeLessThan(0.05);
  expect(noise.inflation).toBeGreaterThan(2);
  expect(noise.verdictsWithheld).toBe(false);
});

test('twins that differ beyond chance, one by more than the margin, withhold even where none earns a verdict', () => {
  const { noise } = analyse(
    syntheticRun(kernels, { twinBias: 1.045, trialNoise: 0.025, blocks: 6, seed: 2 }),
  );
  expect(noise.floor).toBeGreaterThan(0.05);
  expect(noise.twins.every(({ ratio }) => ratio.high > 1 / 1.05)).toBe(true);
  expect(noise.inflation).toBeGreaterThan(2);
  expect(noise.verdictsWithheld).toBe(true);
});

test('inflation widens the intervals on the log scale and leaves the estimates', () => {
  const quiet = analyse(syntheticRun(kernels, { seed: 3 }));
  const biased = analyse(
    withTrials(syntheticRun(kernels, { seed: 3 }), (trial) =>
      trial.twin === 1 ? { ...trial, samplesNs: trial.samplesNs.map((time) => time * 1.03) } : trial,
    ),
  );
  const width = ({ speedUp }: (typeof quiet.comparisons)[number]): number =>
    Math.log(speedUp.high / speedUp.low);
  const factor = biased.noise.inflation / quiet.noise.inflation;
  expect(factor).toBeGreaterThan(1);
  for (const [index, comparison] of quiet.comparisons.entries()) {
    const wider = biased.comparisons[index]!;
    expect(wider.speedUp.estimate).toBeCloseTo(comparison.speedUp.estimate, 12);
    expect(width(wider) / width(comparison)).toBeCloseTo(factor, 9);
    expect(Math.log(wider.signTest!.high / wider.signTest!.low)).toBeCloseTo(
      Math.log(comparison.signTest!.high / comparison.signTest!.low) * factor,
      9,
    );
  }
});

test('the twin counts as noise only: the cell itself is measured without it', () => {
  const run = syntheticRun(kernels, { twinBias: 1.5 });
  const base = analyse(run).cells[0];
  const without = withTrials(run, (trial) => (trial.twin === 1 ? undefined : trial));
  expect(analyse(without).cells[0]).toEqual(base);
});

test('without any twin nothing is known about noise, and verdicts are withheld', () => {
  const { noise } = analyse(
    withTrials(syntheticRun(kernels), (trial) => (trial.twin === 1 ? undefined : trial)),
  );
  expect(noise).toEqual({
    twins: [],
    level: 0.95,
    inflation: 1,
    floor: 0,
    smallestVisible: UNBOUNDED,
    verdictsWithheld: true,
  });
});

function upperEnd(run: MeasuredRun): number {
  return analyse(run).comparisons[0]!.speedUp.high;
}

test('several looks make every interval wider, so that all looks together keep their promise', () => {
  const run = syntheticRun(kernels);
  const { settings } = run.plan;
  const often = { ...run, plan: { ...run.plan, settings: { ...settings, looks: [3, 5, 8] } } };
  // Pocock's nominal level for three equally spaced looks is 0.0221; these are not far from that.
  expect(1 - analyse(often).noise.level).toBeCloseTo(0.0221, 2);
  expect(upperEnd(often)).toBeGreaterThan(upperEnd(run));
});
