import { array, assert, double, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { phasesOf } from './phase-clock.ts';

const duration = double({ min: 0, max: 1e12, noNaN: true });

test('the phases are never negative and add up to the wall time, however the shares overlap', () => {
  const busy = record({ compute: duration, marshal: duration });
  assert(
    property(duration, array(busy, { minLength: 1 }), duration, (wall, shares, transport) => {
      const phases = Object.values(phasesOf(wall, shares, transport));
      expect(phases.every((phase) => phase >= 0 && Number.isFinite(phase))).toBe(true);
      expect(phases.reduce((sum, phase) => sum + phase, 0)).toBeCloseTo(wall, 1);
    }),
  );
});

test('compute and marshal are means over the workers', () => {
  const busy = [
    { compute: 60, marshal: 4 },
    { compute: 40, marshal: 0 },
  ];
  expect(phasesOf(100, busy, 10)).toEqual({ compute: 50, marshal: 2, transport: 10, wait: 38 });
});

test('copies that the workers hide by computing cost nothing', () => {
  expect(phasesOf(100, [{ compute: 95, marshal: 0 }], 30)).toMatchObject({ transport: 5, wait: 0 });
});
