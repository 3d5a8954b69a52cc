import { existsSync } from 'node:fs';
import { bytes } from '@crossover/model';
import { expect, test } from 'vitest';
import {
  ownCpuTime,
  ownPeakMemory,
  ownProportionalMemory,
  parseProportional,
  sumOfMemory,
} from './resource-usage.ts';

test('CPU time and peak memory never go back', async () => {
  const before = { cpu: ownCpuTime(), peak: await ownPeakMemory() };
  // Touched, so that it becomes resident.
  const ballast = Buffer.alloc(256 * 2 ** 20, 1);
  const after = { cpu: ownCpuTime(), peak: await ownPeakMemory() };
  expect(after.cpu).toBeGreaterThan(before.cpu);
  expect(after.peak).toBeGreaterThanOrEqual(Math.max(before.peak, ballast.length));
});

test('proportional memory is the line Pss, and not one of its parts', () => {
  const rollup =
    '5565b67e4000-7ffea75e0000 ---p 00000000 00:00 0    [rollup]\nRss:   1624 kB\nPss:    203 kB\nPss_Dirty:  112 kB\n';
  expect(parseProportional(rollup)).toBe(203 * 1024);
  expect(['', 'Rss: 1 kB\n', 'Pss_Anon: 1 kB\n'].map(parseProportional)).toEqual(Array(3).fill(undefined));
});

test('proportional memory holds what no other process has, and is no more than all, where the platform tells', async () => {
  const ballast = Buffer.alloc(64 * 2 ** 20, 1);
  const proportional = await ownProportionalMemory();
  const resident = process.memoryUsage.rss();
  expect(ballast).toHaveLength(64 * 2 ** 20);
  // A little may come or go between the two readings.
  const plausible =
    proportional === undefined ? undefined : proportional > 64 * 2 ** 20 && proportional < 1.2 * resident;
  expect(plausible).toBe(existsSync('/proc/self/smaps_rollup') ? true : undefined);
});

test('memory of several processes is unknown where one of them does not tell', () => {
  expect(sumOfMemory([bytes(1), bytes(2)])).toBe(3);
  expect(sumOfMemory([bytes(1), undefined])).toBeUndefined();
});
