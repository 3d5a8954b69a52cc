import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratioAxis, shareOn, tickText } from './ratio-axis.ts';

const ratio = fc.double({ min: 1e-9, max: 1e9, noNaN: true });

test('the axis holds ×1 and every estimate, and has a few ticks', () => {
  fc.assert(
    fc.property(fc.array(ratio, { maxLength: 20 }), (ratios) => {
      const axis = ratioAxis(ratios.map((estimate) => ({ estimate, low: null, high: estimate * 2 })));
      expect(shareOn(axis, 1)).toBeGreaterThan(0);
      for (const one of ratios) {
        expect(axis.low).toBeLessThan(one);
        expect(axis.high).toBeGreaterThan(one);
      }
      expect(axis.ticks.length).toBeGreaterThan(0);
      expect(axis.ticks.length).toBeLessThan(10);
    }),
  );
});

test('ticks are written short', () => {
  expect([0.5, 1, 2, 10, 100].map(tickText)).toEqual(['×0.5', '×1', '×2', '×10', '×100']);
});
