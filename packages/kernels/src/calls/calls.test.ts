import { layOut, viewsOf } from '@crossover/model';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { kernel } from './kernel.ts';
import { addNumbers, dotArrays, noop, sumArray } from './typescript.ts';
import vectors from './vectors.json' with { type: 'json' };
import type { Parameters, Views } from '@crossover/model';

/** All regions after each function was called once per item. */
function run(parameters: Parameters, seed: number): Views {
  const inputs = kernel.generate(parameters, seededRandom(seed));
  const layout = layOut(kernel, parameters, inputs);
  const views = viewsOf(layout, new ArrayBuffer(layout.byteLength));
  for (const [name, input] of Object.entries(inputs)) views[name]!.set(input);
  const { x, y, left, right, additions, sums, products } = views as Record<string, Float64Array>;
  const { length } = parameters;
  for (let i = 0; i < layout.items; i++) {
    const [from, to] = [i * length!, (i + 1) * length!];
    additions![i] = addNumbers(x![i]!, y![i]!);
    sums![i] = sumArray(left!.subarray(from, to));
    products![i] = dotArrays(left!.subarray(from, to), right!.subarray(from, to));
  }
  return views;
}

const OUTPUTS = Object.keys(kernel.outputs);

describe('calls', () => {
  it('the call with the number i returns i, whatever the function, the length and the seed', () => {
    const size = { calls: fc.integer({ min: 1, max: 50 }), length: fc.integer({ min: 2, max: 40 }) };
    fc.assert(
      fc.property(fc.record(size), fc.integer(), (parameters, seed) => {
        const views = run(parameters, seed);
        const numbers = Float64Array.from({ length: parameters.calls }, (_, i) => i);
        for (const name of OUTPUTS) expect(views[name]).toStrictEqual(numbers);
      }),
    );
  });

  it.each(vectors.triangular.numbers.map((sum, n) => ({ calls: n + 1, sum })))(
    '$calls calls sum to the triangular number $sum',
    ({ calls, sum }) => {
      const parameters = { calls, length: 8 };
      const answers = kernel.digest(run(parameters, 1), parameters).split(' ');
      expect(answers.map((answer) => Number(answer.split(':')[0]))).toEqual(OUTPUTS.map(() => sum));
    },
  );

  it.each(['smoke', 'small', 'medium', 'large'] as const)(
    'the %s workload expects the closed form of each output',
    (name) => {
      expect(kernel.workloads[name].digest).toBe(OUTPUTS.map(() => vectors.workloads[name]).join(' '));
    },
  );

  it.each(OUTPUTS)('the digest shows values of %s that went to each other’s slots', (name) => {
    const parameters = { calls: 9, length: 2 };
    const views = run(parameters, 1);
    const before = kernel.digest(views, parameters);
    views[name]!.reverse();
    expect(kernel.digest(views, parameters)).not.toBe(before);
  });

  it('what is drawn makes every element count', () => {
    const { left, right } = kernel.generate({ calls: 3, length: 8 }, seededRandom(1));
    const zeros = [...left!, ...right!].filter((element) => element === 0);
    expect(zeros).toEqual([]);
  });

  it('a call of nothing returns nothing', () => {
    const returned: unknown = noop();
    expect(returned).toBeUndefined();
  });
});
