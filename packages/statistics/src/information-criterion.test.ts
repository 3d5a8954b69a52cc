import { expect, test } from 'vitest';
import { aicc } from './information-criterion.ts';

test('it is the formula of Hurvich and Tsai', () => {
  // 10 ln(4 ÷ 10) + 2 · 3 + 2 · 3 · 4 ÷ (10 − 3 − 1)
  expect(aicc(4, 10, 2)).toBeCloseTo(10 * Math.log(0.4) + 6 + 4, 12);
});

test('a parameter that brings nothing makes it worse, and a perfect fit stays finite', () => {
  expect(aicc(4, 10, 2)!).toBeGreaterThan(aicc(4, 10, 1)!);
  expect(aicc(0, 10, 2)!).toBeGreaterThan(aicc(1e-30, 10, 1)!);
  expect(Number.isFinite(aicc(0, 10, 1))).toBe(true);
});

test('too few points have none', () => {
  expect(aicc(1, 4, 2)).toBeUndefined();
  expect(aicc(1, 5, 2)).toBeDefined();
});
