import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { BASE_LANE } from '@crossover/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { modeOf, MODES } from '../../packages/executors/dist/index.js';
import { KERNEL_IDS } from '../../packages/kernels/dist/index.js';
import { lanesOf } from '../../packages/lanes/dist/index.js';
import { outputBytes, prepare, spoilOutputs } from './workload.ts';
import type { Lane, OperationTimes } from '@crossover/model';

const hasCargo = spawnSync('cargo', ['--version']).status === 0;
const workloads = await Promise.all(KERNEL_IDS.map((id) => prepare(id, 'smoke')));
// How workers divided among processes agree is a matter of hybrid.test.ts.
const modes = MODES.filter(({ counting }) => counting !== 'division');

/** How a lane is placed: every way would take minutes, and how items are divided is no business of the lane. */
function placesOf(lane: Lane) {
  const isBase = lane.id === BASE_LANE;
  const divided = modes.flatMap((mode) => {
    const most = mode.standing === 'standard' && isBase ? [1, 2, 3] : [3];
    return (mode.counting === 'one' ? [1] : most).map((workers) => ({ mode, workers, placement: undefined }));
  });
  const tuned = lane.standing === 'plain' ? modes : [];
  // What goes by message is no business of the lane either.
  const placed = tuned.flatMap((mode) =>
    mode.placements
      .filter(({ id }) => isBase || !['transfer', 'clone', 'file'].includes(id))
      .map((placement) => ({ mode, workers: 2, placement })),
  );
  return [...divided, ...placed];
}

/** The kernel in that lane, wherever this machine offers it. */
async function cellsOf(kernel: string, lane: Lane) {
  const cells = placesOf(lane).map(async ({ mode, workers, placement }) => {
    const problem =
      (await mode.unavailable(lane.id, kernel)) ?? (await placement?.unavailable(lane.id, kernel));
    return problem === undefined ? [{ lane, mode, workers, placement: placement?.id }] : [];
  });
  return (await Promise.all(cells)).flat();
}

describe.each(workloads)('$kernel.id', async ({ kernel, parameters, digest, job }) => {
  const lanes = lanesOf(kernel.id).filter(({ id }) => kernel.absent?.[id] === undefined);
  const missing = hasCargo ? [] : lanes.filter(({ source }) => source.endsWith('.rs'));
  const offered = lanes.filter((lane) => !missing.includes(lane));
  const cells = (await Promise.all(offered.map((lane) => cellsOf(kernel.id, lane)))).flat();

  let answer: ReturnType<typeof outputBytes>;
  beforeAll(async () => {
    const executor = await modeOf('single-thread').start(job(BASE_LANE, 1));
    await executor.run();
    answer = outputBytes(kernel, executor.views);
    await executor.close();
  });

  test.each(cells)(
    '$lane.id in $mode.id with $workers gives the expected answer $placement',
    async (cell) => {
      const { lane, mode, workers, placement } = cell;
      const executor = await mode.start({ ...job(lane.id, workers), ...(placement && { placement }) });
      try {
        for (const _ of ['the first operation', 'the second']) {
          spoilOutputs(kernel, executor.views);
          expectTimes(await executor.run(), kernel.passes.length);
          expect(kernel.digest(executor.views, parameters)).toBe(digest);
          // Tuned lanes may reorder the arithmetic; the others agree bit for bit, however the items are divided.
          const agrees = isDeepStrictEqual(outputBytes(kernel, executor.views), answer);
          expect(agrees || lane.standing === 'tuned').toBe(true);
        }
        expect(await executor.cpuTime()).toBeGreaterThan(0);
        expect(await executor.peakMemory()).toBeGreaterThan(0);
      } finally {
        await executor.close();
      }
    },
  );

  test.each(missing)('$id is unavailable without cargo, and says what to do about it', async (lane) => {
    await expect(lane.unavailable(kernel.id)).resolves.toMatchObject({
      reason: expect.any(String),
      remedy: expect.stringContaining('cargo'),
    });
  });
});

function expectTimes({ passes, ...phases }: OperationTimes, count: number): void {
  expect(passes).toHaveLength(count);
  for (const time of [...Object.values(phases), ...passes]) {
    expect(time).toBeGreaterThanOrEqual(0);
    expect(time).toBeLessThan(Number.POSITIVE_INFINITY);
  }
  expect(phases.compute).toBeGreaterThan(0);
}
