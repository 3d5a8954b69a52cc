import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import { LANES } from '../fixtures/lanes.ts';
import type { Outcome } from '../fixtures/crossover.ts';
import type { Result } from '@crossover/model';

const folder = temporaryFolder();
const run = join(folder, 'run');
const json = join(folder, 'result.json');
let result: Result;
let printed: Outcome;

beforeAll(async () => {
  const selection = [
    'mandelbrot',
    '--workload',
    'smoke',
    '--workers',
    '2',
    '--blocks',
    '2',
    '--seed',
    '7',
    '--lane',
    LANES.join(','),
  ];
  printed = await crossover(['run', ...selection, '--out', run, '--json', json]);
  result = JSON.parse(readFileSync(json, 'utf8'));
});

describe('a run of one kernel', () => {
  test('measures a cell for each lane and mode: nine with three lanes', () => {
    expect(printed.exitCode).toBe(0);
    expect(result.cells.map(({ id }) => id.replace('mandelbrot/smoke/', '')).toSorted()).toEqual(
      LANES.flatMap((lane) =>
        ['single-thread', 'worker-threads-2', 'processes-2'].map((mode) => `${lane}/${mode}`),
      ).toSorted(),
    );
  });

  test('every cell has a checked digest, wall and CPU time with intervals, and memory', () => {
    for (const cell of result.cells) {
      expect(cell.status).toBe('ok');
      if (cell.status !== 'ok') continue;
      expect(cell.digest).toBe(result.cells[0]?.status === 'ok' ? result.cells[0].digest : '');
      expect(cell.trials).toBe(2);
      for (const { estimate, low, high } of [cell.wallNs, cell.cpuNs]) {
        expect(estimate).toBeGreaterThan(0);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
      }
      expect(cell.peakRssBytes).toBeGreaterThan(10e6);
    }
  });

  test('compares every other cell with single-thread TypeScript, and attributes the whole', () => {
    const base = 'mandelbrot/smoke/typescript/single-thread';
    const subjects = result.comparisons.filter((comparison) => comparison.base === base);
    expect(subjects).toHaveLength(3 * LANES.length - 1);
    const headlines = result.attribution.filter(({ headline }) => headline);
    expect(headlines.map(({ kernel }) => kernel)).toEqual(['mandelbrot']);
    for (const { language, parallel, interaction, together } of result.attribution) {
      const product = language.estimate * parallel.estimate * interaction.estimate;
      expect(product / together.estimate).toBeCloseTo(1, 9);
    }
  });

  test('knows what each mode costs by itself, before anything is computed', async () => {
    const floors = result.floors?.map((floor) => (floor.status === 'ok' ? floor : undefined)) ?? [];
    expect(floors.map((floor) => floor?.place)).toEqual(['single-thread', 'worker-threads-2', 'processes-2']);
    const [alone, threads, processes] = floors;
    for (const floor of floors) expect(floor?.emptyNs).toBeGreaterThan(0);
    expect(alone?.workerRssBytes).toBeUndefined();
    // A thread shares the code of its process, and a process has its own.
    expect(threads?.workerRssBytes).toBeLessThan(processes?.workerRssBytes ?? 0);
    const { stdout } = await crossover(['report', run, '--details']);
    expect(stdout).toContain('What each mode costs before anything is computed');
  });

  test('knows what the machine could do, and how near each cell comes to it; or why not', async () => {
    const { peaks, points, kernels } = result.roofline!;
    expect(kernels).toMatchObject([{ kernel: 'mandelbrot', kind: 'counted', numbers: 'floating-point' }]);
    // Without the addon there is nothing to measure them with.
    const hasAddon = LANES.includes('rust');
    expect(peaks.status).toBe(hasAddon ? 'ok' : 'unavailable');
    const measured = result.cells.filter(({ status }) => hasAddon && status === 'ok');
    expect(points.map(({ cell }) => cell)).toEqual(measured.map(({ id }) => id));
    for (const { share } of points) expect(share.estimate).toBeGreaterThan(0);
    const { stdout } = await crossover(['report', run, '--details']);
    expect(stdout).toContain('What the machine could do');
  });

  test('carries what it was measured with', () => {
    expect(result.schema).toBe('crossover.result/1');
    expect(result.settings).toMatchObject({ profile: 'quick', blocks: 2, seed: 7 });
    expect(result.fingerprint.node).toBe(process.versions.node);
    expect(result.noise.twins).toHaveLength(1);
  });

  test('prints the kernel with its lever to stdout, and progress to stderr', () => {
    expect(printed.stdout).toContain('mandelbrot');
    expect(printed.stdout).not.toContain('\u001B[');
    expect(printed.stderr).toContain('mandelbrot: 2 of 2 blocks');
  });

  test('keeps plan, trials and head in its folder', () => {
    expect(readdirSync(run)).toEqual(expect.arrayContaining(['plan.json', 'run.json', 'trials.jsonl']));
    const lines = readFileSync(join(run, 'trials.jsonl'), 'utf8').trimEnd().split('\n');
    const kinds = lines.map((line) => JSON.parse(line).kind);
    // Three places, each in three processes; and what the machine can do.
    const before = kinds.slice(0, kinds.indexOf('calibration'));
    expect(before.filter((kind) => kind === 'floor')).toHaveLength(9);
    expect(kinds.filter((kind) => kind === 'floor')).toHaveLength(9);
    expect(kinds.filter((kind) => kind === 'calibration')).toHaveLength(3 * LANES.length);
    expect(kinds.filter((kind) => kind === 'trial')).toHaveLength(2 * (3 * LANES.length + 1));
  });

  test('is reported again from its folder: the same result, and as Markdown', async () => {
    const again = await crossover(['report', run, '--format', 'json']);
    expect(JSON.parse(again.stdout)).toEqual(result);
    const markdown = await crossover(['report', run, '--format', 'markdown']);
    expect(markdown.stdout).toContain('| ');
    const terminal = await crossover(['report', run], { env: { COLUMNS: '60' } });
    expect(terminal.exitCode).toBe(0);
    // A path cannot be broken.
    const lines = terminal.stdout.split('\n').filter((line) => !line.includes(run));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  test('is not overwritten by another run', async () => {
    const { exitCode, stderr } = await crossover(['run', 'mandelbrot', '--workload', 'smoke', '--out', run]);
    expect(stderr).toContain(run);
    expect(exitCode).toBe(2);
  });
});

describe('a custom workload', () => {
  test('lanes must agree with each other, and the output bytes are kept', async () => {
    const output = join(folder, 'image');
    const args = ['verify', 'mandelbrot', '--set', 'size=64', '--workers', '2', '--output', output];
    const { exitCode, stdout } = await crossover(args);
    for (const lane of LANES) expect(stdout).toMatch(new RegExp(`mandelbrot/custom +${lane} +✓ +✓ +✓`));
    expect(exitCode).toBe(0);
    expect(readFileSync(output)).toHaveLength((64 * 64) / 8);
  });

  test('a file is hashed by all lanes alike', async () => {
    const args = ['verify', 'sha256', '--input', join(import.meta.dirname, 'run.test.ts'), '--workers', '2'];
    const { exitCode } = await crossover(args);
    expect(exitCode).toBe(0);
  });
});
