import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { offeredCovariates, offersProportionalMemory } from '../fixtures/offered.ts';
import type { CompletedTrial, Plan, RunRecord } from '@crossover/model';

const COLUMNS = offeredCovariates();

interface Run {
  readonly plan: Plan;
  readonly trials: readonly CompletedTrial[];
}

async function measured(name: string, ...flags: readonly string[]): Promise<Run> {
  const folder = join(temporaryFolder(), name);
  const selection = ['binary-trees', '--workload', 'smoke', '--lane', 'typescript', '--blocks', '2'];
  expect(await crossover(['run', ...selection, ...flags, '--out', folder])).toMatchObject({ exitCode: 0 });
  const lines = readFileSync(join(folder, 'trials.jsonl'), 'utf8').trimEnd().split('\n');
  const records = lines.map((line): RunRecord => JSON.parse(line));
  return {
    plan: JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')),
    trials: records.filter((record) => record.kind === 'trial').filter((trial) => trial.status === 'ok'),
  };
}

describe('the covariates of a run', () => {
  let run: Run;
  beforeAll(async () => {
    run = await measured('run', '--workers', '2');
  });

  test('are there for every sample of every trial, as far as the platform offers them', () => {
    expect(run.trials).toHaveLength(2 * 4);
    for (const { samplesNs, samplesCovariates = {} } of run.trials) {
      expect(Object.keys(samplesCovariates).toSorted()).toEqual(COLUMNS.toSorted());
      for (const field of COLUMNS) expect(samplesCovariates[field]).toHaveLength(samplesNs.length);
    }
  });

  test('of a whole trial are no less than those of its samples', () => {
    for (const { covariates, samplesCovariates = {} } of run.trials) {
      for (const field of COLUMNS) {
        const inSamples = samplesCovariates[field]!.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        expect(covariates[field]).toBeGreaterThanOrEqual(inSamples);
      }
    }
  });

  test('shared memory is divided, so that all processes together have no more than their peaks', () => {
    for (const { pssBytes, peakRssBytes } of run.trials) {
      expect(pssBytes !== undefined).toBe(offersProportionalMemory());
      expect(pssBytes ?? 1).toBeGreaterThan(0);
      expect(pssBytes ?? 1).toBeLessThanOrEqual(peakRssBytes);
    }
  });
});

test('garbage is collected before every sample where that is asked for, and the plan says so', async () => {
  const { plan, trials } = await measured('forced', '--workers', '1', '--force-gc');
  expect(plan.settings.forceGc).toBe(true);
  expect(trials.map(({ cell }) => cell.split('/').at(-1))).toContain('processes-1');
  // An isolate in which that is impossible would have failed its trial.
  expect(trials).toHaveLength(2 * 4);
  for (const { covariates, samplesCovariates = {} } of trials) {
    const inSamples = samplesCovariates.gcNs!.reduce<number>((sum, pause) => sum + (pause ?? 0), 0);
    // What is collected before a sample is no part of it.
    expect(covariates.gcNs).toBe(inSamples);
  }
});
