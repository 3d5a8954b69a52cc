import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { modesOf } from './modes.ts';
import { seededNormal } from './random.ts';

test('two groups of processes are two modes with their medians and shares', () => {
  const fast = [0.67, 0.66, 0.68, 0.67, 0.7, 0.67, 0.66, 0.67, 0.69];
  expect(modesOf([1.15, ...fast, 1.16])).toEqual([
    { median: 0.67, share: 9 / 11 },
    { median: expect.closeTo(1.155, 12), share: 2 / 11 },
  ]);
});

test('three groups are three modes', () => {
  expect(modesOf([1, 4.1, 2, 1.1, 2.1, 4])).toEqual([
    { median: 1.05, share: 1 / 3 },
    { median: 2.05, share: 1 / 3 },
    { median: expect.closeTo(4.05, 12), share: 1 / 3 },
  ]);
});

test.each([
  { name: 'a single stray value', values: [1, 1.01, 1.02, 1, 5] },
  { name: 'a gap of 25 %', values: [1, 1, 1.25, 1.25] },
  { name: 'small steps over a wide range', values: [1, 1.2, 1.4, 1.6, 1.9, 2.2] },
  { name: 'three values', values: [1, 2, 3] },
  { name: 'one value', values: [7] },
])('$name is no second mode', ({ values }) => {
  expect(modesOf(values)).toHaveLength(1);
});

test('a stray value between two groups goes to the nearer one', () => {
  expect(modesOf([1, 1, 1, 2, 4.1, 4.1]).map(({ share }) => share)).toEqual([2 / 3, 1 / 3]);
  expect(modesOf([1, 1, 1, 2.1, 4.1, 4.1]).map(({ share }) => share)).toEqual([1 / 2, 1 / 2]);
});

test('modes hold all values, two at least each, and do not depend on unit or order', () => {
  const values = fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(values, (times) => {
      const modes = modesOf(times);
      expect(modes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      for (const [index, { median, share }] of modes.entries()) {
        expect(share * times.length).toBeGreaterThan(1.999);
        expect(median).toBeGreaterThan((modes[index - 1]?.median ?? 0) * 1.25);
      }
      expect(modesOf(times.toReversed())).toEqual(modes);
      expect(modesOf(times.map((time) => time * 1024))).toEqual(
        modes.map(({ median, share }) => ({ median: expect.closeTo(median * 1024, 6), share })),
      );
    }),
  );
});

test('one hump with a spread of 5 % never falls apart, one of 30 % does every third time', () => {
  const normal = seededNormal(2);
  const apart = (spread: number): number =>
    Array.from({ length: 1000 }, () =>
      modesOf(Array.from({ length: 12 }, () => Math.exp(spread * normal()))),
    ).filter((modes) => modes.length > 1).length / 1000;
  expect(apart(0.05)).toBe(0);
  expect(apart(0.2)).toBeCloseTo(0.07, 1);
  expect(apart(0.3)).toBeCloseTo(0.36, 1);
});

test('no values have no mode, and times that are none are refused', () => {
  expect(modesOf([])).toEqual([]);
  expect(() => modesOf([1, 0])).toThrow('expected positive, finite values, got 0');
});
