import { expect, test } from 'vitest';
import { soak } from './soak.ts';

/** Changes nothing but which faults happen, where and when. */
const SEED = 12;
const FAULTS = 5;

test.runIf(process.platform === 'linux')(
  'after a number of faults at random moments the executors go on, and nothing is left (Linux)',
  { timeout: 60_000 },
  async () => {
    const { rows, left } = await soak(FAULTS, SEED);
    expect(rows.reduce((sum, { times }) => sum + times, 0)).toBe(FAULTS);
    expect(left).toEqual([]);
  },
);
