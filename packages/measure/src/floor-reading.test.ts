import { fakeMode, virtualClock } from '@crossover/executors';
import { expect, test } from 'vitest';
import { readFloor } from './floor-reading.ts';
import type { Executor } from '@crossover/model';

/** Empty regions that take so long, one after the other, and the last one again and again. */
function regionsOf(times: readonly number[]): Parameters<typeof readFloor> {
  const clock = virtualClock();
  let count = 0;
  const empty = async (): Promise<void> => clock.advance(times[Math.min(count++, times.length - 1)]!);
  return [{ empty }, { clock: clock.now, eachNs: 1_000 }];
}

function computes(): number {
  throw new Error('computed');
}

test('the floor is the median of what was timed, and what warmed up does not count', async () => {
  const warmUp = Array.from({ length: 10 }, () => 100);
  const timed = [10, 10, 10, 10, 10, 10, 900, 40];
  expect(await readFloor(...regionsOf([...warmUp, ...timed]))).toEqual({ regions: 8, emptyNs: 10 });
});

test('regions that take long are timed at least five times', async () => {
  expect(await readFloor(...regionsOf([1e9]))).toEqual({ regions: 5, emptyNs: 1e9 });
});

test('regions that take no time at all come to an end', async () => {
  expect(await readFloor(...regionsOf([0]))).toEqual({ regions: 5_000, emptyNs: 0 });
});

test('an executor is asked for empty regions, never for an operation', async () => {
  const clock = virtualClock();
  const mode = fakeMode(clock, { wall: computes, floor: 70 });
  const layout = { items: 0, regions: [], byteLength: 0 };
  const job = { kernelId: 'none', lane: 'any', parameters: {}, layout, inputs: {}, workers: 2 };
  const executor: Executor = await mode.start(job);
  expect((await readFloor(executor, { clock: clock.now, eachNs: 700 })).emptyNs).toBe(70);
});
