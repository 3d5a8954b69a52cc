import { array, assert, constantFrom, integer, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNKINGS } from '@crossover/model';
import { segmentShares } from './fixtures/segment-shares.ts';
import { claim, localCursor, sharedCursor } from './claim.ts';
import { scheduleOf } from './schedule.ts';
import type { Chunking } from '@crossover/model';
import type { Chunk, Cursor } from './claim.ts';
import type { Schedule } from './schedule.ts';

const items = integer({ min: 0, max: 400 });
const workers = integer({ min: 1, max: 24 });
const chunking = constantFrom(...CHUNKINGS);

function scheduleWith(count: number, workerCount: number, how: Chunking): Schedule {
  const layout = { items: count, regions: [], byteLength: 0 };
  const parameters = { items: count, rounds: 1 };
  return scheduleOf(segmentShares, { parameters, layout, workers: workerCount, chunking: how });
}

/** Has the workers claim, in the order given and then in turns, until none gets anything. */
function claimAll(schedule: Schedule, cursor: Cursor, order: readonly number[]): readonly Chunk[][] {
  const chunks = Array.from({ length: schedule.workers }, (): Chunk[] => []);
  const take = (worker: number): boolean => {
    const own = chunks[worker]!;
    const chunk = claim(schedule, cursor, { worker, taken: own.length });
    if (chunk !== undefined) own.push(chunk);
    return chunk !== undefined;
  };
  for (const pick of order) take(pick % schedule.workers);
  for (let going = true; going;) {
    going = chunks.map((_, worker) => take(worker)).includes(true);
  }
  return chunks;
}

/** Whether the chunks have something in them, and together each item once. */
function coverOnce(chunks: readonly Chunk[], count: number): boolean {
  const times = new Uint8Array(count);
  for (const { start, end } of chunks) for (let item = start; item < end; item++) times[item]!++;
  return times.every((once) => once === 1) && chunks.every(({ start, end }) => start < end && end <= count);
}

/** A cursor at which somebody else claims whenever somebody has looked but not taken yet, as often as told. */
function contested(cursor: Cursor, times: number, other: () => void): Cursor {
  let left = times;
  return {
    ...cursor,
    value: () => {
      const value = cursor.value();
      if (left-- > 0) other();
      return value;
    },
  };
}

function sizesOf(how: Chunking): readonly number[] {
  return claimAll(scheduleWith(640, 2, how), localCursor(), [])
    .flat()
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => end - start);
}

describe('claims', () => {
  test('cover every item once, whoever claims in whatever order', () => {
    assert(
      property(items, workers, chunking, array(nat({ max: 23 })), (count, workerCount, how, order) => {
        const schedule = scheduleWith(count, workerCount, how);
        const chunks = claimAll(schedule, localCursor(), order).flat();
        expect(coverOnce(chunks, count)).toBe(true);
      }),
    );
  });

  test('lose nothing to somebody who is quicker', () => {
    assert(
      property(items, workers, chunking, nat({ max: 20 }), (count, workerCount, how, times) => {
        const schedule = scheduleWith(count, workerCount, how);
        const words = new Int32Array(new SharedArrayBuffer(8));
        const quicker: Chunk[] = [];
        const cursor = contested(sharedCursor(words, 1), times, () => {
          const chunk = claim(schedule, sharedCursor(words, 1), { worker: 0, taken: 0 });
          if (chunk !== undefined) quicker.push(chunk);
        });
        const chunks = [...claimAll(schedule, cursor, []).flat(), ...quicker];
        expect(coverOnce(chunks, count)).toBe(true);
      }),
    );
  });

  test('are few where shares are static, equal where they are fixed, and shrink where they are guided', () => {
    expect(sizesOf('static')).toEqual([320, 320]);
    expect(sizesOf('fixed')).toEqual(Array.from({ length: 32 }, () => 20));
    const guided = sizesOf('guided');
    expect(guided.slice(0, 3)).toEqual([160, 120, 90]);
    expect(guided).toEqual(guided.toSorted((a, b) => b - a));
    expect(guided.length).toBeLessThan(32);
  });

  test('give a worker of a static division the same share in every sweep, and nothing else', () => {
    const schedule = scheduleWith(10, 3, 'static');
    const shares = [0, 1, 2].map((worker) => claim(schedule, localCursor(), { worker, taken: 0 }));
    expect(shares).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
      { start: 6, end: 10 },
    ]);
    expect(claim(schedule, localCursor(), { worker: 1, taken: 1 })).toBeUndefined();
  });
});

describe('of uneven items', () => {
  const [COUNT, WORKERS, HEAVY] = [4000, 4, 100];
  const heavyAt: Readonly<Record<string, (item: number) => boolean>> = {
    'at the start': (item) => item < COUNT / 20,
    'at the end': (item) => item >= COUNT - COUNT / 20,
    'all over': (item) => item % 20 === 7,
  };
  const workIn = ({ start, end }: Chunk, where: string): number => {
    let work = 0;
    for (let item = start; item < end; item++) work += heavyAt[where]!(item) ? HEAVY : 1;
    return work;
  };

  /** The most work of a worker ÷ that of all on the mean, where whoever is free claims the next chunk. */
  function imbalance(how: Chunking, where: string): number {
    const schedule = scheduleWith(COUNT, WORKERS, how);
    const cursor = localCursor();
    const crew = Array.from({ length: WORKERS }, (_, worker) => ({ worker, taken: 0, work: 0 }));
    const busy = new Set(crew);
    while (busy.size > 0) {
      const next = [...busy].reduce((least, other) => (other.work < least.work ? other : least));
      const chunk = claim(schedule, cursor, next);
      if (chunk === undefined) {
        busy.delete(next);
      } else {
        next.taken++;
        next.work += workIn(chunk, where);
      }
    }
    const all = crew.reduce((sum, { work }) => sum + work, 0);
    expect(all).toBe(workIn({ start: 0, end: COUNT }, where));
    return Math.max(...crew.map(({ work }) => work)) / (all / WORKERS);
  }

  test.each([
    // A fixed chunk that is heavy from end to end is a good part of what one worker does.
    { where: 'at the start', unshared: 3.5, fixed: 1.4, guided: 3.4 },
    { where: 'at the end', unshared: 3.5, fixed: 1.4, guided: 1.1 },
    { where: 'all over', unshared: 1, fixed: 1.1, guided: 1.1 },
  ])('a twentieth is a hundred times as heavy, $where', ({ where, unshared, fixed, guided }) => {
    expect(imbalance('static', where)).toBeCloseTo(unshared, 1);
    expect(imbalance('fixed', where)).toBeLessThan(fixed);
    // The first chunks that it takes are the largest: that is where it must not be uneven.
    expect(imbalance('guided', where)).toBeLessThan(guided + 0.05);
  });
});
