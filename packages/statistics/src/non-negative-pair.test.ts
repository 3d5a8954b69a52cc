import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import reference from '../fixtures/reference.json' with { type: 'json' };
import { nonNegativePair } from './non-negative-pair.ts';

const number = fc.integer({ min: -10, max: 10 });
const equation = fc.record({ first: number, second: number, target: number });

test.each(reference.pairs)('the solution is that of SciPy’s nnls (case %$)', (expected) => {
  const equations = expected.first.map((first, index) => ({
    first,
    second: expected.second[index]!,
    target: expected.target[index]!,
  }));
  const { first, second, squares } = nonNegativePair(equations);
  expect(first).toBeCloseTo(expected.solution[0]!, 9);
  expect(second).toBeCloseTo(expected.solution[1]!, 9);
  expect(squares).toBeCloseTo(expected.squares, 9);
});

test('no pair of numbers nearby, or any other, leaves less', () => {
  const tried = fc.tuple(
    fc.double({ min: 0, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 9, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(equation, { minLength: 2, maxLength: 6 }), tried, (equations, [a, b]) => {
      const { first, second, squares } = nonNegativePair(equations);
      expect(Math.min(first, second)).toBeGreaterThanOrEqual(0);
      const left = equations.reduce((sum, e) => sum + (e.target - a * e.first - b * e.second) ** 2, 0);
      expect(squares).toBeLessThanOrEqual(left + 1e-6 * (1 + left));
    }),
  );
});
