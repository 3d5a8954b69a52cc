import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modeOf } from '../../packages/executors/dist/index.js';
import { prepare } from './workload.ts';

const OPERATIONS = 4;

/** How often each compiler of V8 has compiled the largest function of a lane's module, while operations ran. */
function compilationsOf(lane: string): Readonly<Record<string, number>> {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--trace-wasm-compilation-times',
      join(import.meta.dirname, 'fixtures/operations.mjs'),
      'mandelbrot',
      lane,
      String(OPERATIONS),
    ],
    { encoding: 'utf8' },
  );
  const compiled = [...stdout.matchAll(/ using (?<tier>\w+), .* bodysize (?<size>\d+)/g)].map(
    ({ groups }) => ({ tier: groups!['tier']!, size: Number(groups!['size']) }),
  );
  const largest = Math.max(...compiled.map(({ size }) => size));
  const tiers = Map.groupBy(
    compiled.filter(({ size }) => size === largest),
    ({ tier }) => tier,
  );
  return Object.fromEntries([...tiers].map(([tier, times]) => [tier, times.length]));
}

describe('assemblyscript-one-call', () => {
  // A call runs to its end in the code that it began with, and this one begins in what Liftoff has just made.
  test('begins every operation in the baseline compiler, where the plain lane does so once', () => {
    expect(compilationsOf('assemblyscript-one-call')).toMatchObject({ Liftoff: OPERATIONS });
    expect(compilationsOf('assemblyscript')).toMatchObject({ Liftoff: 1 });
  });
});

describe('assemblyscript-stub', () => {
  test('begins every operation in memory that is empty again, so that it never fills up', async () => {
    const { job, kernel, parameters, digest } = await prepare('binary-trees', 'small');
    const executor = await modeOf('single-thread').start(job('assemblyscript-stub', 1));
    try {
      // Each takes 8 MB that nobody frees.
      await executor.run();
      const before = await executor.peakMemory();
      for (let operation = 0; operation < 20; operation++) await executor.run();
      expect(kernel.digest(executor.views, parameters)).toBe(digest);
      expect((await executor.peakMemory()) - before).toBeLessThan(10 * 8e6);
    } finally {
      await executor.close();
    }
  });
});

describe('typescript-class-fields', () => {
  test('reaches V8 with fields that are declared and not initialised', () => {
    const built = join(import.meta.dirname, '../../packages/kernels/dist/nbody/typescript-class-fields.js');
    expect(readFileSync(built, 'utf8')).toMatch(/class Body \{\s+x;\s+y;\s+z;\s+vx;\s+vy;\s+vz;\s+mass;\s/);
  });
});
