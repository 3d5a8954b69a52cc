import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { crossover } from '../fixtures/crossover.ts';

const hasCargo = spawnSync('cargo', ['--version']).status === 0;

describe('tuned lanes', () => {
  test('are verified without being asked for, where a kernel has them', async () => {
    const { stdout } = await crossover(['verify', 'mandelbrot', 'nqueens', '--mode', 'single-thread']);
    const tuned = stdout.split('\n').filter((line) => line.includes('-simd '));
    expect(tuned.map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
      ['mandelbrot/smoke', 'assemblyscript-simd'],
      ['mandelbrot/smoke', 'rust-simd'],
    ]);
  });

  test('that a kernel does not have are unavailable when they are asked for, and say why', async () => {
    const { stdout, exitCode } = await crossover(['verify', 'nqueens', '--lane', 'assemblyscript-simd']);
    expect(stdout).toContain('nqueens has no tuned lane assemblyscript-simd: there is no assembly-simd.ts');
    expect(exitCode).toBe(0);
  });

  test('are listed with the kernels that have them, and a kernel without is nothing unavailable', async () => {
    const { stdout } = await crossover(['list']);
    expect(stdout).toMatch(/^ +rust-simd .* only mandelbrot, /m);
    expect(stdout).not.toContain('there is no assembly-simd.ts');
  });

  test('tell which instructions they use here', async () => {
    const { stdout } = await crossover(['env']);
    const known = hasCargo ? '(avx2|sse2|neon|scalar)' : 'unknown: ';
    expect(stdout).toMatch(new RegExp(`^vector instructions\n +rust-simd +${known}`, 'm'));
  });
});
