import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../fixtures/crossover.ts';

const MAIN = join(ROOT, 'apps/executors-bench/dist/main.js');

test('two contenders are measured, compared and written down', async () => {
  const json = join(temporaryFolder(), 'readings.json');
  const extent = ['--rounds', '1', '--trips', '20', '--only', 'threads-park,post-message'];
  const { exitCode, stdout } = await execa(process.execPath, [MAIN, ...extent, '--json', json], {
    reject: false,
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('worker-threads, parked');
  expect(stdout).toMatch(/worker-threads, parked ÷ best other: .*\(postMessage\)/);
  expect(stdout).toContain('÷ piscina not measured');
  const { outcomes, standings } = JSON.parse(readFileSync(json, 'utf8')) as {
    readonly outcomes: readonly { readonly reading?: { readonly p50Ns: number } }[];
    readonly standings: readonly { readonly floodPerSecond: number; readonly workerRssBytes: number }[];
  };
  for (const { reading } of outcomes) expect(reading?.p50Ns).toBeGreaterThan(0);
  expect(standings).toHaveLength(2);
  for (const { floodPerSecond, workerRssBytes } of standings) {
    expect(floodPerSecond).toBeGreaterThan(0);
    expect(workerRssBytes).toBeGreaterThan(2 ** 20);
  }
});

test.each([
  [['--rounds', '0'], 'expected a whole number above 0'],
  [['--only', 'piscina,nobody'], 'there is no "nobody"'],
  [['--seed', 'x'], 'expected a whole number'],
])('what cannot be measured is refused: %s', async (flags, message) => {
  const { exitCode, stderr } = await execa(process.execPath, [MAIN, ...flags], { reject: false });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(message);
});
