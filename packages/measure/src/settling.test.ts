import { describe, expect, test } from 'vitest';
import { Settling } from './settling.ts';
import type { WarmUp } from '@crossover/model';

const rule: WarmUp = { fewestOperations: 4, leastNs: 400, mostNs: 2000, window: 2, tolerance: 0.02 };

/** Operation times until warm-up is over. */
function settle(times: readonly number[], warmUp: WarmUp = rule): Settling {
  const settling = new Settling(warmUp);
  for (const time of times) {
    if (settling.over) break;
    settling.add(time);
  }
  return settling;
}

describe('warm-up', () => {
  test('ends as soon as the operations take the same time', () => {
    const settling = settle([300, 200, 100, 100, 100, 100, 100]);
    expect(settling.steady).toBe(true);
    expect(settling.operationsNs).toEqual([300, 200, 100, 100, 100, 100]);
  });

  test('is not over before the fewest operations, however equal', () => {
    expect(settle([1000, 1000, 1000]).over).toBe(false);
  });

  test('is not over before the least time, however many operations', () => {
    expect(settle(Array.from({ length: 39 }, () => 10)).over).toBe(false);
    expect(settle(Array.from({ length: 40 }, () => 10)).steady).toBe(true);
  });

  test('ends at its cap and says that no steady state was seen', () => {
    const settling = settle(Array.from({ length: 100 }, (_, index) => 100 * 1.1 ** index));
    expect(settling.over).toBe(true);
    expect(settling.steady).toBe(false);
    expect(settling.operationsNs.length).toBeLessThan(20);
  });

  test('runs the fewest operations even when one alone is longer than the cap', () => {
    expect(settle([9000, 8000, 7000]).over).toBe(false);
    expect(settle([9000, 8000, 7000, 6000]).over).toBe(true);
  });
});
