import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';

function draw(seed: number): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length: 10 }, () => random.fraction());
}

describe('the generator of inputs', () => {
  it('draws the sequence that belongs to a seed', () => {
    const random = seededRandom(42);
    expect(Array.from({ length: 6 }, () => random.below(2 ** 32))).toMatchInlineSnapshot(`
      [
        4294967253,
        3587504873,
        4286635183,
        3511956468,
        673719186,
        1055838436,
      ]
    `);
  });

  it('draws the same again from the same seed, and something else from another', () => {
    expect(draw(1)).toStrictEqual(draw(1));
    expect(draw(1)).not.toStrictEqual(draw(2));
  });

  it('stays below the bound, down to a bound of 1', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        const value = seededRandom(seed).below(bound);
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(bound);
      }),
    );
  });

  it('draws every residue about equally often', () => {
    const random = seededRandom(3);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) counts[random.below(6)]!++;
    // Six standard deviations around 10,000.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(550);
  });

  it('draws fractions in steps of 2⁻⁵³ from 0 up to but not including 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const value = seededRandom(seed).fraction();
        expect(Number.isInteger(value * 2 ** 53)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
      }),
    );
  });
});
