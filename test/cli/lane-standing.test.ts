import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crossover, temporaryFolder } from '../fixtures/crossover.ts';
import type { Result } from '@crossover/model';

const hasCargo = spawnSync('cargo', ['--version']).status === 0;

describe('tuned and extra lanes', () => {
  test('are verified without being asked for, where a kernel has them', async () => {
    const { stdout } = await crossover(['verify', 'mandelbrot', 'nqueens', '--mode', 'single-thread']);
    const lanes = stdout.split('\n').map((line) => line.split(/\s+/).slice(0, 2));
    expect(lanes.filter(([, lane]) => lane?.includes('-'))).toEqual([
      ['mandelbrot/smoke', 'assemblyscript-simd'],
      ['mandelbrot/smoke', 'rust-simd'],
      ['mandelbrot/smoke', 'assemblyscript-one-call'],
    ]);
  });

  test('of a kernel that is named are measured on a single thread, below the plain ones, and in no headline', async () => {
    const folder = temporaryFolder();
    const json = join(folder, 'result.json');
    const what = ['run', 'sha256', '--workload', 'smoke', '--mode', 'single-thread,worker-threads'];
    const how = ['--workers', '2', '--blocks', '2', '--out', join(folder, 'run'), '--json', json];
    const { stdout, exitCode } = await crossover([...what, ...how]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /\ntuned lanes: never .*\n.*\n.*\nextra lanes: never part of the answer\nnode-crypto +single-thread /,
    );
    const { cells, comparisons, levers, attribution }: Result = JSON.parse(readFileSync(json, 'utf8'));
    const others = cells.filter(({ lane }) => lane.includes('-'));
    expect(others.map(({ lane, mode }) => `${lane}/${mode}`)).toEqual([
      'assemblyscript-simd/single-thread',
      'rust-simd/single-thread',
      'node-crypto/single-thread',
    ]);
    expect(comparisons.map(({ subject }) => subject)).toContain('sha256/smoke/node-crypto/single-thread');
    const quoted = [...levers, ...attribution].map((headline) => JSON.stringify(headline));
    expect(quoted.filter((text) => /simd|crypto/.test(text))).toEqual([]);
  });

  test('that are asked for by their group are run in all modes', async () => {
    const { stdout, exitCode } = await crossover(['verify', '--lane', 'extra', '--workers', '2']);
    const rows = stdout.split('\n').filter((line) => line.includes('/smoke'));
    expect(
      rows.map((row) =>
        row
          .trim()
          .split(/\s{2,}/)
          .slice(1),
      ),
    ).toEqual(rows.map(() => [expect.stringContaining('-'), '✓', '✓', '✓']));
    expect(rows.length).toBeGreaterThan(0);
    expect(exitCode).toBe(0);
  });

  test('that a kernel does not have are unavailable when they are asked for, and say why', async () => {
    const { stdout, exitCode } = await crossover(['verify', 'nqueens', '--lane', 'assemblyscript-simd']);
    expect(stdout).toContain('nqueens has no tuned lane assemblyscript-simd: there is no assembly-simd.ts');
    expect(exitCode).toBe(0);
    const { stderr, exitCode: refused } = await crossover(['verify', 'nqueens', '--lane', 'extra']);
    expect(stderr).toContain('nqueens: no extra lanes');
    expect(refused).toBe(2);
  });

  test('are listed with the kernels that have them, and a kernel without is nothing unavailable', async () => {
    const { stdout } = await crossover(['list']);
    expect(stdout).toMatch(/^ +rust-simd .* only .*mandelbrot, /m);
    expect(stdout).toMatch(/^ +node-crypto +extra .* only sha256$/m);
    expect(stdout).not.toContain('there is no assembly-simd.ts');
  });

  test('tell which instructions they use here', async () => {
    const { stdout } = await crossover(['env']);
    const known = hasCargo ? '(avx2|sse2|neon|scalar)' : 'unknown: ';
    expect(stdout).toMatch(new RegExp(`^vector instructions\n +rust-simd +${known}`, 'm'));
  });
});
