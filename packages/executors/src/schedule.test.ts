import { expect, test } from 'vitest';
import { jobOf, segmentShares } from './fixtures/segment-shares.ts';
import { passOf, scheduleOf } from './schedule.ts';

test('what is not said is fixed', () => {
  expect(scheduleOf(segmentShares, jobOf(640, 1, 2))).toMatchObject({ chunking: 'fixed', workers: 2 });
});

test('each worker gets about sixteen chunks, and a chunk has at least one item', () => {
  expect(scheduleOf(segmentShares, jobOf(640, 1, 2))).toMatchObject({ chunkSize: 20 });
  expect(scheduleOf(segmentShares, jobOf(3, 1, 64))).toMatchObject({ chunkSize: 1 });
});

test('a lane may want a worker to have its share in one chunk', () => {
  expect(scheduleOf(segmentShares, jobOf(641, 1, 2), 1)).toMatchObject({ chunkSize: 321 });
  expect(scheduleOf(segmentShares, jobOf(640, 1, 1), 1)).toMatchObject({ chunkSize: 640 });
});

test('the passes are repeated in order, round by round', () => {
  const schedule = scheduleOf(segmentShares, jobOf(1, 3, 1));
  const order = Array.from({ length: schedule.sweeps }, (_, sweep) => passOf(schedule, sweep));
  expect(order).toEqual([0, 1, 0, 1, 0, 1]);
});
