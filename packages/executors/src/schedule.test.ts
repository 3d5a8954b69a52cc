import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { chunkAt, passOf, scheduleOf } from './schedule.ts';

const workers = integer({ min: 1, max: 64 });

test('the chunks of a sweep cover every item once, in order', () => {
  assert(
    property(integer({ min: 0, max: 900 }), workers, (items, count) => {
      const schedule = scheduleOf(segmentShares, jobOf(items, 1, count));
      const chunks = Array.from({ length: schedule.chunks }, (_, index) => chunkAt(schedule, index));
      const covered = chunks.flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, offset) => start + offset),
      );
      expect(covered).toEqual(Array.from({ length: items }, (_, item) => item));
      expect(chunks.every(({ start, end }) => start < end)).toBe(true);
    }),
  );
});

test('each worker gets about sixteen chunks, and a chunk has at least one item', () => {
  expect(scheduleOf(segmentShares, jobOf(640, 1, 2))).toMatchObject({ chunkSize: 20, chunks: 32 });
  expect(scheduleOf(segmentShares, jobOf(3, 1, 64))).toMatchObject({ chunkSize: 1, chunks: 3 });
});

test('a lane may want a worker to have its share in one chunk', () => {
  expect(scheduleOf(segmentShares, jobOf(641, 1, 2), 1)).toMatchObject({ chunkSize: 321, chunks: 2 });
  expect(scheduleOf(segmentShares, jobOf(640, 1, 1), 1)).toMatchObject({ chunkSize: 640, chunks: 1 });
});

test('the passes are repeated in order, round by round', () => {
  const schedule = scheduleOf(segmentShares, jobOf(1, 3, 1));
  const order = Array.from({ length: schedule.sweeps }, (_, sweep) => passOf(schedule, sweep));
  expect(order).toEqual([0, 1, 0, 1, 0, 1]);
});
