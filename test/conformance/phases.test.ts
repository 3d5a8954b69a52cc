import { OPERATION_PHASES } from '@crossover/model';
import { expect, test } from 'vitest';
import { MODES } from '../../packages/executors/dist/index.js';
import { prepare } from './workload.ts';
import type { Mode } from '@crossover/model';

const OPERATIONS = 7;
/** By how much phases and wall time may differ: as a share, and in nanoseconds for the promise of an operation. */
const SHARE = 0.02;
const PROMISE_NS = 5e4;

/** One pass with large inputs that are read as a whole, and many passes with a barrier after each. */
const workloads = await Promise.all([prepare('matmul', 'medium'), prepare('spectral-norm', 'small')]);
/** A lane that copies, and one with threads of its own for the mode that the other has not. */
const laneOf = ({ id }: Mode): string => (id === 'native-threads' ? 'rust' : 'assemblyscript');
const cells = workloads.flatMap(({ kernel, job }) =>
  MODES.flatMap((mode) =>
    [undefined, ...mode.placements].map((placement) => ({
      kernel,
      job,
      lane: laneOf(mode),
      mode,
      placement,
      placed: placement?.id ?? 'default',
    })),
  ),
);
const problems = await Promise.all(
  cells.map(
    async ({ kernel, lane, mode, placement }) =>
      (await mode.unavailable(lane, kernel.id)) ?? (await placement?.unavailable(lane, kernel.id)),
  ),
);
const offered = cells.filter((_, index) => problems[index] === undefined);

test.each(offered)('phases add up to the wall time: $kernel.id, $mode.id, $placed', async (cell) => {
  const { lane, mode, placement, job } = cell;
  const executor = await mode.start({
    ...job(lane, mode.counting === 'one' ? 1 : 2),
    ...(mode.counting === 'division' && { processes: 1 }),
    ...(placement && { placement: placement.id }),
  });
  const deviations: number[] = [];
  for (let operation = 0; operation < OPERATIONS; operation++) {
    const start = process.hrtime.bigint();
    const times = await executor.run();
    // By another clock, around everything.
    const wall = Number(process.hrtime.bigint() - start);
    const sum = OPERATION_PHASES.reduce((total, phase) => total + times[phase], 0);
    deviations.push(Math.max(0, Math.abs(sum - wall) - PROMISE_NS) / wall);
  }
  await executor.close();
  // The median: in between, this thread may lose its core.
  expect(deviations.toSorted((a, b) => a - b)[OPERATIONS >> 1]).toBeLessThan(SHARE);
});
