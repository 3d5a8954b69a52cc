import { expect, test } from 'vitest';
import { meanOf } from './mean.ts';
import { seededNormal, seededUniform } from './random.ts';

function draw(seed: number, count: number): readonly number[] {
  const normal = seededNormal(seed);
  return Array.from({ length: count }, normal);
}

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(1, 10)).toEqual(draw(1, 10));
  expect(draw(1, 10)).not.toEqual(draw(2, 10));
});

test('uniform numbers fill the stretch from 0 to 1 evenly, and are the same for the same seed', () => {
  const uniform = seededUniform(4);
  const values = Array.from({ length: 20_000 }, uniform);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (const bound of [0.1, 0.5, 0.8]) {
    expect(values.filter((value) => value < bound).length / values.length).toBeCloseTo(bound, 1);
  }
  const again = seededUniform(4);
  expect(Array.from({ length: 5 }, again)).toEqual(values.slice(0, 5));
});

test('mean and spread are those of a standard normal', () => {
  const { mean, standardError } = meanOf(draw(3, 20_000));
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(standardError * Math.sqrt(20_000)).toBeCloseTo(1, 1);
});
