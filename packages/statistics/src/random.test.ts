import { expect, test } from 'vitest';
import { meanOf } from './mean.ts';
import { seededNormal } from './random.ts';

function draw(seed: number, count: number): readonly number[] {
  const normal = seededNormal(seed);
  return Array.from({ length: count }, normal);
}

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(1, 10)).toEqual(draw(1, 10));
  expect(draw(1, 10)).not.toEqual(draw(2, 10));
});

test('mean and spread are those of a standard normal', () => {
  const { mean, standardError } = meanOf(draw(3, 20_000));
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(standardError * Math.sqrt(20_000)).toBeCloseTo(1, 1);
});
