import type { Executor } from '@crossover/model';
import type { Clock } from './clock.ts';

/** What a floor is read with. */
export interface FloorReading {
  readonly regions: number;
  /** Median, in nanoseconds. */
  readonly emptyNs: number;
}

export interface FloorRule {
  readonly clock: Clock;
  /** How long to warm up, and then to time, in nanoseconds each. */
  readonly eachNs: number;
}

/** Of regions that take long, so many are timed all the same. */
const FEWEST_REGIONS = 5;

/** More say nothing new. */
const MOST_REGIONS = 5_000;

/**
 * Times empty regions one by one, after as many to warm up. The median is what a region takes in the place where the
 * system has put the threads this time: on one core or on several.
 * @throws CrossoverError when a worker or child ends.
 */
export async function readFloor(
  executor: Pick<Executor, 'empty'>,
  { clock, eachNs }: FloorRule,
): Promise<FloorReading> {
  await timeRegions(executor, clock, eachNs);
  const times = await timeRegions(executor, clock, eachNs);
  return { regions: times.length, emptyNs: times.toSorted((a, b) => a - b)[times.length >> 1]! };
}

async function timeRegions(
  executor: Pick<Executor, 'empty'>,
  clock: Clock,
  eachNs: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  const began = clock();
  for (let start: number = began; times.length < MOST_REGIONS;) {
    await executor.empty();
    const end = clock();
    times.push(end - start);
    if (end - began >= eachNs && times.length >= FEWEST_REGIONS) break;
    start = end;
  }
  return times;
}
