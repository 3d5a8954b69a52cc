import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crossover, ROOT, temporaryFolder } from '../fixtures/crossover.ts';
import { RUST_BUILT } from '../fixtures/lanes.ts';

const REFERENCE = join(ROOT, 'results/reference');
const CELL = 'mandelbrot/medium/typescript/worker-threads-2';

/** A folder whose `results` hold copies of the reference run, made at these times. */
function folderWithRuns(times: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, createdAt] of Object.entries(times)) {
    const run = join(folder, 'results', name);
    mkdirSync(run, { recursive: true });
    for (const file of ['plan.json', 'trials.jsonl']) cpSync(join(REFERENCE, file), join(run, file));
    const head: unknown = JSON.parse(readFileSync(join(REFERENCE, 'run.json'), 'utf8'));
    writeFileSync(join(run, 'run.json'), JSON.stringify(Object.assign({}, head, { createdAt })));
  }
  return folder;
}

describe('show', () => {
  test('prints what a run holds about a cell', async () => {
    const { exitCode, stdout, stderr } = await crossover(['show', CELL, '--run', REFERENCE]);
    expect([exitCode, stderr]).toEqual([0, '']);
    const sections = ['Once for each trial', 'Phases of an operation', 'Trials, in', 'What else happened'];
    for (const part of [CELL, 'speed-up', 'warm-up', ...sections]) expect(stdout).toContain(part);
  });

  test('takes the newest run, and passes over one that cannot be read', async () => {
    const cwd = folderWithRuns({
      first: '2026-01-01T00:00:00.000Z',
      second: '2026-01-02T00:00:00.000Z',
      broken: '2026-01-03T00:00:00.000Z',
    });
    writeFileSync(join(cwd, 'results/broken/plan.json'), '{');
    const { exitCode, stdout, stderr } = await crossover(['show', CELL], { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('measured 2026-01-02T00:00:00.000Z');
    expect(stderr).toMatch(/^note: .*broken is passed over: plan.json is not JSON/);
  });

  test.each([
    [
      'mandelbrot/large/rust/processes-3',
      'hint: crossover run mandelbrot --workload large --lane typescript,rust --mode single-thread,processes --workers 3',
    ],
    ['mandelbrot/large/cobol/processes-3', 'there is no lane "cobol"'],
    ['mandelbrot', 'hint: write it as kernel/workload/lane/mode'],
    ['mandelbrot/large/rust/worker-threads', 'write it as worker-threads-2'],
    ['mandelbrot/large/rust/single-thread-2', 'write it as mandelbrot/large/rust/single-thread'],
  ])('of %s, which no run has, it says what to do', async (cell, words) => {
    const { exitCode, stdout, stderr } = await crossover(['show', cell], { cwd: temporaryFolder() });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(words);
  });

  test('of a cell that the named run lacks it says which there are', async () => {
    const args = ['show', 'mandelbrot/small/rust/processes-2', '--run', REFERENCE];
    const { exitCode, stderr } = await crossover(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('does not hold the cell');
    expect(stderr).toContain('mandelbrot/medium/typescript/single-thread');
  });
});

describe('show --tiers', () => {
  test('says which functions of a lane reached which tier of V8', async () => {
    const args = ['show', 'nbody/medium/typescript/single-thread', '--run', REFERENCE, '--tiers'];
    const { exitCode, stdout } = await crossover(args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}nbody \(pass\): .*TurboFan after \d+$/m);
  });

  test('of a lane that V8 does not compile it says so, and of one that is not there why', async () => {
    const args = ['show', 'nbody/medium/rust/single-thread', '--run', REFERENCE, '--tiers'];
    const { exitCode, stdout, stderr } = await crossover(args);
    expect(exitCode).toBe(RUST_BUILT ? 0 : 3);
    const words = RUST_BUILT ? 'compiled to machine code before it ran' : 'cannot be run for its tiers';
    expect(`${stdout}${stderr}`).toContain(words);
  });
});

describe('report --format csv', () => {
  test('prints a row for each cell of the run, and nothing else', async () => {
    const [csv, json] = await Promise.all(
      ['csv', 'json'].map(async (format) => await crossover(['report', REFERENCE, '--format', format])),
    );
    const { cells } = JSON.parse(json!.stdout) as { readonly cells: readonly { readonly id: string }[] };
    const [head, ...rows] = csv!.stdout.trimEnd().split(/\r?\n/);
    expect(head).toMatch(/^id,kernel,/);
    expect(rows.map((row) => row.split(',')[0])).toEqual(cells.map(({ id }) => id));
  });
});
