import { expect, test } from 'vitest';
import { syntheticRun, withTrials } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import { furtherAnswers } from './further-answers.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { Bill } from '@crossover/model';

const MEBIBYTE = 2 ** 20;

/** Two kernels, of which one has input to send; half of an operation of processes is sending it. */
function billedRun(inputBytes: number): MeasuredRun {
  const cells = [
    { lane: 'typescript', placement: 'single-thread', timeNs: 8e6, startNs: 1e6 },
    { lane: 'rust', placement: 'processes-2', timeNs: 4e6, startNs: 90e6 },
  ];
  const run = syntheticRun(
    [
      { kernel: 'nbody', cells },
      { kernel: 'sha256', cells },
    ],
    { trialNoise: 0 },
  );
  const sending = withTrials(run, (trial) => {
    if (!trial.cell.includes('processes')) return trial;
    return { ...trial, phasesNs: { ...trial.phasesNs, compute: 2e6, transport: 2e6 } };
  });
  const [nbody, sha256] = run.plan.kernels;
  const kernels = [
    { ...nbody!, inputBytes: 0 },
    { ...sha256!, inputBytes },
  ];
  return { ...sending, plan: { ...run.plan, kernels } };
}

function sized(kernel: string): { lines: number; gzipBytes: number } {
  return kernel === 'nbody' ? { lines: 10, gzipBytes: 200 } : { lines: 30, gzipBytes: 700 };
}

function billOf(run: MeasuredRun): Bill {
  return furtherAnswers(run, analyse(run), sized).bill!;
}

test('what starting and sending cost, and how much code there is', () => {
  const { rows, sources } = billOf(billedRun(4 * MEBIBYTE));
  expect(rows).toMatchObject([
    { lane: 'typescript', place: 'single-thread', cells: 2, startNs: 1e6, transportShare: 0 },
    { lane: 'rust', place: 'processes-2', startNs: 90e6, transportShare: 0.5, transportNsPerMib: 0.5e6 },
  ]);
  expect(rows[0]).not.toHaveProperty('transportNsPerMib');
  expect(sources).toEqual([
    { lane: 'typescript', kernels: 2, lines: 40, gzipBytes: 900 },
    { lane: 'rust', kernels: 2, lines: 40, gzipBytes: 900 },
  ]);
});

test('input that is too little to tell, or was not counted, has no price by the MiB', () => {
  for (const [, row] of [billOf(billedRun(1000)), billOf(billedRun(0))].map(({ rows }) => rows))
    expect(row).not.toHaveProperty('transportNsPerMib');
});

test('a run without times has no bill, and without sizes of sources none of those', () => {
  const run = billedRun(0);
  const empty = { ...run, records: [] };
  expect(furtherAnswers(empty, analyse(empty)).bill).toBeUndefined();
  expect(furtherAnswers(run, analyse(run)).bill).not.toHaveProperty('sources');
});
