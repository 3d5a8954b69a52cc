import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { breakEven, costLineThrough, lineThrough } from './straight-line.ts';
import type { StraightLine } from './straight-line.ts';

const coefficient = fc.integer({ min: -100, max: 100 });

test.each(reference.lines)('weighted least squares agree with NumPy (case %$)', (expected) => {
  const points = expected.x.map((x, index) => ({
    x,
    y: expected.y[index]!,
    weight: expected.weights[index]!,
  }));
  const { intercept, slope } = lineThrough(points);
  expect(intercept).toBeCloseTo(expected.intercept, 8);
  expect(slope).toBeCloseTo(expected.slope, 8);
});

test('points on a line give that line, whatever their weights', () => {
  fc.assert(
    fc.property(coefficient, coefficient, fc.double({ min: 0.1, max: 9, noNaN: true }), (a, b, weight) => {
      const points = [
        { x: 1, y: a + b },
        { x: 2, y: a + b * 2, weight },
        { x: 5, y: a + b * 5 },
      ];
      const { intercept, slope } = lineThrough(points);
      expect(intercept).toBeCloseTo(a, 8);
      expect(slope).toBeCloseTo(b, 8);
    }),
  );
});

test('a line of costs is the free one where that is not negative, and else the best one on an edge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
      const points = [1, 2, 5].map((x) => ({ x, y: a + b * x, weight: 1 / (1 + x) ** 2 }));
      const { intercept, slope } = costLineThrough(points);
      expect(intercept).toBeCloseTo(a, 8);
      expect(slope).toBeCloseTo(b, 8);
    }),
  );
  const falling = costLineThrough([
    { x: 1, y: 6 },
    { x: 3, y: 2 },
  ]);
  expect(falling).toEqual({ intercept: 4, slope: 0 });
  const steep = costLineThrough([
    { x: 1, y: 1 },
    { x: 3, y: 7 },
  ]);
  expect(steep.intercept).toBe(0);
  expect(steep.slope).toBeCloseTo(2.2, 12);
});

test('points at one place, and what is no point, are refused', () => {
  expect(() =>
    lineThrough([
      { x: 1, y: 2 },
      { x: 1, y: 3 },
    ]),
  ).toThrow('expected points at two places or more');
  expect(() =>
    lineThrough([
      { x: 1, y: Number.NaN },
      { x: 2, y: 3 },
    ]),
  ).toThrow(RangeError);
  expect(() =>
    lineThrough([
      { x: 1, y: 1, weight: 0 },
      { x: 2, y: 3 },
    ]),
  ).toThrow('(1, 1) with 0');
});

test.each([
  { base: [0, 10], subject: [600, 4], expected: { kind: 'above', size: 100 } },
  { base: [600, 4], subject: [0, 10], expected: { kind: 'below', size: 100 } },
  { base: [5, 10], subject: [5, 4], expected: { kind: 'always' } },
  { base: [5, 10], subject: [4, 10], expected: { kind: 'always' } },
  { base: [5, 4], subject: [5, 10], expected: { kind: 'never' } },
  { base: [4, 10], subject: [5, 10], expected: { kind: 'never' } },
  { base: [5, 10], subject: [5, 10], expected: { kind: 'never' } },
])('$base against $subject pays $expected.kind', ({ base, subject, expected }) => {
  expect(breakEven(lineOf(base), lineOf(subject))).toEqual(expected);
});

test('at its size both cost the same', () => {
  fc.assert(
    fc.property(coefficient, coefficient, coefficient, coefficient, (a, b, c, d) => {
      const [base, subject] = [
        { intercept: a, slope: b },
        { intercept: c, slope: d },
      ];
      const point = breakEven(base, subject);
      if (point.kind === 'always' || point.kind === 'never') return;
      expect(point.size).toBeGreaterThan(0);
      expect(a + b * point.size).toBeCloseTo(c + d * point.size, 5);
    }),
  );
});

function lineOf([intercept = 0, slope = 0]: readonly number[]): StraightLine {
  return { intercept, slope };
}
