import { describe, expect, test } from 'vitest';
import { CapacityProbe } from '../../packages/measure/dist/capacity/capacity-probe.js';

describe('the capacity probe', () => {
  test('gives a reading for each number of threads, which is no more than they are and never nothing', async () => {
    const probe = await CapacityProbe.start([1, 2]);
    try {
      for (const capacities of [await probe.measure(), await probe.measure()]) {
        expect(capacities.map(({ threads }) => threads)).toEqual([1, 2]);
        for (const { threads, effective } of capacities) {
          expect(effective).toBeGreaterThan(0);
          // The yardstick is the fastest spin of all, so that no thread can be faster.
          expect(effective).toBeLessThanOrEqual(threads);
        }
      }
    } finally {
      await probe.close();
    }
  });
});
