import { array, assert, double, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { notYetBusy, phasesOf, spend } from './phase-clock.ts';

const duration = double({ min: 0, max: 1e12, noNaN: true });

test('the phases are never negative and add up to the wall time, however the shares overlap', () => {
  const busy = record({ compute: duration, marshal: duration, passes: array(duration) });
  assert(
    property(duration, array(busy, { minLength: 1 }), duration, (wall, shares, transport) => {
      const { passes: _, ...times } = phasesOf(wall, shares, transport);
      const phases = Object.values(times);
      expect(phases.every((phase) => phase >= 0 && Number.isFinite(phase))).toBe(true);
      expect(phases.reduce((sum, phase) => sum + phase, 0)).toBeCloseTo(wall, 1);
    }),
  );
});

test('compute and marshal are means over the workers', () => {
  const busy = [
    { compute: 60, marshal: 4, passes: [] },
    { compute: 40, marshal: 0, passes: [] },
  ];
  expect(phasesOf(100, busy, 10)).toMatchObject({ compute: 50, marshal: 2, transport: 10, wait: 38 });
});

test('copies that the workers hide by computing cost nothing', () => {
  expect(phasesOf(100, [{ compute: 95, marshal: 0, passes: [] }], 30)).toMatchObject({
    transport: 5,
    wait: 0,
  });
});

test('a pass takes what the workers spent on it, computing and copying, on the mean over all of them', () => {
  const busy = [notYetBusy(), notYetBusy(), notYetBusy()];
  spend(busy[0]!, 0, 30, 3);
  spend(busy[0]!, 2, 6, 0);
  spend(busy[0]!, 0, 10, 2);
  // A worker that came too late for the first pass, and one that came too late for any.
  spend(busy[1]!, 1, 9, 0);
  expect(phasesOf(100, busy).passes).toEqual([15, 3, 2]);
});
