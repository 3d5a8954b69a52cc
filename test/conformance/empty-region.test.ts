import { expect, test } from 'vitest';
import { MODES } from '../../packages/executors/dist/index.js';
import { RUST_BUILT } from '../fixtures/lanes.ts';
import { prepare, spoilOutputs } from './workload.ts';

const LANE = RUST_BUILT ? 'rust' : 'typescript';
const { kernel, parameters, digest, job } = await prepare('spectral-norm', 'smoke');
const problems = await Promise.all(MODES.map((mode) => mode.unavailable(LANE, kernel.id)));
const offered = MODES.filter((_, index) => problems[index] === undefined);
const waiting = (['park', 'spin-then-park'] as const).flatMap((waitPolicy) =>
  offered.map((mode) => ({ mode, waitPolicy })),
);

test.each(waiting)(
  'regions without items leave an executor as it was: $mode.id, $waitPolicy',
  async (cell) => {
    const { mode, waitPolicy } = cell;
    const executor = await mode.start({
      ...job(LANE, mode.counting === 'one' ? 1 : 2),
      ...(mode.counting === 'division' && { processes: 1 }),
      waitPolicy,
    });
    for (let round = 0; round < 3; round++) {
      spoilOutputs(kernel, executor.views);
      for (let times = 0; times < 3; times++) await executor.empty();
      await executor.run();
      expect(kernel.digest(executor.views, parameters)).toBe(digest);
    }
    await executor.close();
    await expect(executor.empty()).rejects.toThrow('the executor is closed');
  },
);
