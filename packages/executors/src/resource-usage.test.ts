import { expect, test } from 'vitest';
import { ownCpuTime, ownPeakMemory } from './resource-usage.ts';

test('CPU time and peak memory never go back', async () => {
  const before = { cpu: ownCpuTime(), peak: await ownPeakMemory() };
  // Touched, so that it becomes resident.
  const ballast = Buffer.alloc(64 * 2 ** 20, 1);
  const after = { cpu: ownCpuTime(), peak: await ownPeakMemory() };
  expect(after.cpu).toBeGreaterThan(before.cpu);
  expect(after.peak).toBeGreaterThanOrEqual(Math.max(before.peak, ballast.length));
});
