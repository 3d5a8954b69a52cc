import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairLimit, sampleSeries } from './sample-series.ts';
import { thinned } from './thinned.ts';

const values = fc.array(fc.double({ noDefaultInfinity: true }), { minLength: 1, maxLength: 300 });

function endsOf(some: readonly number[]): readonly number[] {
  const numbers = some.filter(Number.isFinite);
  return [Math.min(...numbers), Math.max(...numbers)];
}

const limit = fc.integer({ min: 8, max: 100 });

describe('thinned values', () => {
  test('are few, in their order, and none is there twice', () => {
    fc.assert(
      fc.property(values, limit, (all, most) => {
        const kept = thinned(all, most);
        expect(kept.length).toBeLessThanOrEqual(Math.max(most, 0));
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        expect(kept.length).toBe(all.length <= most ? all.length : kept.length);
      }),
    );
  });

  test('hold the first, the last, the lowest and the highest', () => {
    fc.assert(
      fc.property(values, limit, (all, most) => {
        const kept = thinned(all, most).map((index) => all[index]!);
        expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)]);
        expect(endsOf(kept)).toEqual(endsOf(all));
      }),
    );
  });

  test('say how many there were, and which of them are left', () => {
    const million = Float64Array.from({ length: 1e6 }, (_, index) => (index === 777_777 ? 9 : 1));
    const { values: kept, thinned: marks } = sampleSeries([...million], 50);
    expect(marks?.all).toBe(1e6);
    expect(kept).toHaveLength(marks!.positions.length);
    expect(kept[marks!.positions.indexOf(777_777)]).toBe(9);
    expect(sampleSeries([1, 2, 3], 8)).toEqual({ values: [1, 2, 3] });
  });

  test('stay within the budget of a page, as long as each series may have a few', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1500), { maxLength: 50 }),
        fc.integer({ min: 500, max: 5000 }),
        (lengths, budget) => {
          const most = fairLimit(lengths, budget);
          const shown = lengths.reduce((sum, length) => sum + Math.min(length, most), 0);
          expect(shown).toBeLessThanOrEqual(Math.max(budget, 8 * lengths.length));
          const all = lengths.reduce((sum, length) => sum + length, 0);
          expect(all > budget || lengths.every((length) => length <= most)).toBe(true);
        },
      ),
    );
  });
});
