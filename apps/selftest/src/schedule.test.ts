import { expect, test } from 'vitest';
import { scheduleOf } from './schedule.ts';
import { RUNNERS } from './tool.ts';

const EXTENT = { equal: 6, different: 2, slowDowns: [0.02, 0.1], runners: RUNNERS };

test('every question is asked as often as wanted, in an order that the seed decides', () => {
  const turns = scheduleOf(EXTENT, 1);
  const asked = turns.map(({ slowDown, loaded }) => `${slowDown} ${loaded}`);
  const counts = Object.fromEntries(
    [...Map.groupBy(asked, (one) => one)].map(([key, all]) => [key, all.length]),
  );
  const slow = { '0.02 true': 2, '0.02 false': 2, '0.1 true': 2, '0.1 false': 2 };
  expect(counts).toEqual({ '0 true': 6, ...slow });
  expect(scheduleOf(EXTENT, 1)).toEqual(turns);
  expect(scheduleOf(EXTENT, 2)).not.toEqual(turns);
});

test('tools take turns at being first, and all are asked', () => {
  const turns = scheduleOf({ ...EXTENT, equal: 7 }, 3);
  const firsts = Map.groupBy(turns, ({ runners }) => runners[0]!);
  expect([...firsts.values()].map((all) => all.length)).toEqual([5, 5, 5]);
  expect(turns.every(({ runners }) => new Set(runners).size === RUNNERS.length)).toBe(true);
});
