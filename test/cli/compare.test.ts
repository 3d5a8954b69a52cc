import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRun } from '../../packages/store/src/run-writer.ts';
import { fourCells, syntheticRun, withTrials } from '../../packages/analysis/fixtures/synthetic-run.ts';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import type { Machine } from '../../packages/analysis/fixtures/synthetic-run.ts';
import type { MeasuredRun } from '../../packages/analysis/src/measured-run.ts';
import type { RunComparison } from '@crossover/model';

const RUST = 'nbody/medium/rust/single-thread';
const folder = temporaryFolder();
const base = join(folder, 'base');
const [same, slower, noisy, broken, elsewhere, apart] = [
  'same',
  'slower',
  'noisy',
  'broken',
  'elsewhere',
  'apart',
].map((name) => join(folder, name)) as [string, string, string, string, string, string];

beforeAll(() => {
  const before = runOf(45e6, 1);
  keep(before, base);
  keep(runOf(45e6, 2), same);
  keep(runOf(60e6, 3), slower);
  keep(runOf(45e6, 4, { twinBias: 1.5 }), noisy);
  keep(
    withTrials(runOf(45e6, 5), (trial) => (trial.cell === RUST ? { ...trial, digest: 'wrong' } : trial)),
    broken,
  );
  keep(
    { ...before, head: { ...before.head, fingerprint: { ...before.head.fingerprint, id: 'f', cores: 64 } } },
    elsewhere,
  );
  keep(runOf(45e6, 6, {}, 'fannkuch'), apart);
});

describe('compare', () => {
  test('of two runs of the same speed is fine', async () => {
    const { exitCode, stdout, stderr } = await crossover(['compare', base, same]);
    expect(stdout).toMatch(
      /^Of 4 cells 0 got slower, 0 got faster, 4 stayed the same, and 0 are undecided\./,
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  test('finds a slow-down, names it and exits with 1; the other way round it is a gain', async () => {
    const { exitCode, stdout, stderr } = await crossover(['compare', base, slower]);
    expect(stdout).toContain('1 got slower (by more than 5 %)');
    expect(stderr).toBe(`error: slower: ${RUST}`);
    expect(exitCode).toBe(1);
    const back = await crossover(['compare', slower, base]);
    expect(back.stdout).toContain('1 got faster (by more than 5 %)');
    expect(back.exitCode).toBe(0);
  });

  test('gives no verdict where a run is too noisy, and exits with 4', async () => {
    const { exitCode, stdout, stderr } = await crossover(['compare', noisy, slower]);
    expect(stdout).toContain('No verdict on 4 cells');
    expect(stderr).toMatch(/^error: verdicts are withheld/);
    expect(exitCode).toBe(4);
  });

  test('of a run that broke a cell exits with 3 and names it', async () => {
    const { exitCode, stdout, stderr } = await crossover(['compare', base, broken]);
    expect(stdout).toContain('the answer is wrong');
    expect(stderr).toBe(`error: failed in the head run: ${RUST}`);
    expect(exitCode).toBe(3);
  });

  test('of runs with nothing in common lists why, and exits with 2', async () => {
    const { exitCode, stdout, stderr } = await crossover(['compare', base, apart]);
    expect(stdout).toContain('only the base run has it');
    expect(stderr).toMatch(/^error: the runs have no cell in common/);
    expect(exitCode).toBe(2);
  });

  test('refuses runs of two machines, says how they differ, and marks them when it is forced', async () => {
    const refused = await crossover(['compare', base, elsewhere]);
    expect(refused.stderr).toContain('note: cores: 2 and 64');
    expect(refused.stderr).toContain('--force');
    expect(refused.stdout).toBe('');
    expect(refused.exitCode).toBe(2);
    for (const format of ['terminal', 'json']) {
      const forced = await crossover(['compare', base, elsewhere, '--force', '--format', format]);
      expect(forced.stdout).toMatch(format === 'json' ? /"field": "cores"/ : /Forced: .*cores:\s2 and 64/s);
      expect(forced.exitCode).toBe(0);
    }
  });

  test('writes the data that --format json prints', async () => {
    const file = join(folder, 'comparison.json');
    const { stdout } = await crossover(['compare', base, slower, '--format', 'json', '--json', file]);
    const comparison = JSON.parse(readFileSync(file, 'utf8')) as RunComparison;
    expect(JSON.parse(stdout)).toEqual(comparison);
    expect(comparison.schema).toBe('crossover.comparison/1');
    expect(comparison.changes.find(({ id }) => id === RUST)).toMatchObject({
      verdict: 'slower',
      significant: true,
      relevant: true,
    });
  });

  test('prints Markdown', async () => {
    const { stdout } = await crossover(['compare', base, same, '--format', 'markdown']);
    expect(stdout).toMatch(/^# What changed between two runs\n/);
  });
});

function runOf(
  rust: number,
  seed: number,
  machine: Partial<Machine> = {},
  kernel: string = 'nbody',
): MeasuredRun {
  const cells = fourCells(90e6, rust, 50e6, 25e6);
  return syntheticRun([{ kernel, cells }], {
    blocks: 8,
    blockNoise: 0.005,
    trialNoise: 0.005,
    seed,
    ...machine,
  });
}

function keep({ head, plan, records }: MeasuredRun, directory: string): void {
  const writer = createRun(directory, head, plan);
  for (const record of records) writer.append(record);
  writer.close();
}
