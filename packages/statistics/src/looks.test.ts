import { expect, test } from 'vitest';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { interval, meanOf } from './mean.ts';
import { levelsAtLooks } from './looks.ts';
import { seededNormal } from './random.ts';

// Pocock 1977, table 1; also Jennison and Turnbull, Group Sequential Methods, 2000, table 2.1.
test.each([
  { count: 1, nominal: 0.05 },
  { count: 2, nominal: 0.0294 },
  { count: 3, nominal: 0.0221 },
  { count: 4, nominal: 0.0182 },
  { count: 5, nominal: 0.0158 },
  { count: 10, nominal: 0.0106 },
])('$count looks at equal distances have the nominal p of Pocock’s table', ({ count, nominal }) => {
  const levels = levelsAtLooks(Array.from({ length: count }, (_, index) => 10 * (index + 1)));
  expect(levels).toHaveLength(count);
  expect(new Set(levels).size).toBe(1);
  expect(Math.abs(1 - levels[0]! - nominal)).toBeLessThan(0.00006);
});

test.each(reference.looks)(
  'at looks $looks the level is that from SciPy’s multivariate normal',
  ({ looks, overall, nominal }) => {
    expect(1 - levelsAtLooks(looks, 1 - overall)[0]!).toBeCloseTo(nominal, 5);
  },
);

test('looks far apart need no more than Bonferroni, looks side by side little more than one', () => {
  expect(1 - levelsAtLooks([1, 1000])[0]!).toBeCloseTo(0.0254, 3);
  expect(1 - levelsAtLooks([1000, 1001])[0]!).toBeGreaterThan(0.045);
});

test.each([{ looks: [8, 12, 18, 27, 40] }, { looks: [3, 5, 8, 12] }])(
  'of runs that stop at the first of the looks $looks with a difference, about 5 % find one that is not there',
  ({ looks }) => {
    const [level] = levelsAtLooks(looks);
    const normal = seededNormal(8);
    const stopped = (levelAtLook: number): number =>
      Array.from({ length: 2000 }, () => {
        const values = Array.from({ length: Math.max(...looks) }, normal);
        return looks.some((look) => {
          const { low, high } = interval(meanOf(values.slice(0, look)), { level: levelAtLook });
          return low > 0 || high < 0;
        });
      }).filter(Boolean).length / 2000;
    expect(stopped(level!)).toBeLessThan(0.07);
    expect(stopped(level!)).toBeGreaterThan(0.035);
    // Peeking without correction is what this is for.
    expect(stopped(0.95)).toBeGreaterThan(0.11);
  },
);

test.each([{ looks: [8, 12, 18, 27, 40] }, { looks: [3, 5, 8, 12] }])(
  'of runs merged from two that each stopped by the looks $looks, fewer find a difference that is not there',
  ({ looks }) => {
    const [level] = levelsAtLooks(looks.map((look) => 2 * look));
    expect(level).toBeCloseTo(levelsAtLooks(looks)[0]!, 9);
    const normal = seededNormal(9);
    const shows = (values: readonly number[]): boolean => {
      const { low, high } = interval(meanOf(values), { level: level! });
      return low > 0 || high < 0;
    };
    const stopped = (): readonly number[] => {
      const values = Array.from({ length: Math.max(...looks) }, normal);
      const look = looks.find((blocks) => shows(values.slice(0, blocks)));
      return values.slice(0, look);
    };
    const wrong = Array.from({ length: 2000 }, () => shows([...stopped(), ...stopped()])).filter(
      Boolean,
    ).length;
    expect(wrong / 2000).toBeLessThan(0.04);
    expect(wrong / 2000).toBeGreaterThan(0.005);
  },
);

test('looks that are none are refused', () => {
  expect(() => levelsAtLooks([])).toThrow('expected at least one look, got none');
  expect(() => levelsAtLooks([8, 8])).toThrow('expected ascending numbers of blocks, got 8, 8');
  expect(() => levelsAtLooks([0, 8])).toThrow(RangeError);
  expect(() => levelsAtLooks([8], 1)).toThrow('expected a probability, got 1');
});
