import { defineKernel } from '@crossover/model';
import type { KernelSpec, Parameters, Random } from '@crossover/model';

const truth = 'n(n − 1)/2, and (n³ − n)/3 by position (scripts/reference/calls.py)';

/** One number for each call. */
const NUMBERS = { element: 'f64', division: { kind: 'stride', elements: 1 } } as const;
/** One array for each call. */
const ARRAYS = {
  element: 'f64',
  division: { kind: 'stride', elements: ({ length }: Parameters<'length'>) => length },
} as const;

/** Elements are drawn from [−MOST, MOST), so that all sums and products are exact integers in any order. */
const MOST = 1000;

export const kernel: KernelSpec = defineKernel({
  id: 'calls',
  title: 'Calls across the boundary',
  stresses: 'nothing but the call itself: with no arguments, two numbers, one array, two arrays',
  citation: 'OEIS A000217, the triangular numbers: 0 + 1 + … + (n − 1) = n(n − 1)/2',
  parameters: {
    calls: { type: 'u32', minimum: 1, maximum: 200_000, meaning: 'calls of each function in a round' },
    length: { type: 'u32', minimum: 2, maximum: 1024, meaning: 'elements of an array' },
    rounds: { type: 'u32', minimum: 1, maximum: 10_000, meaning: 'how often all calls are made' },
  },
  scalars: [],
  inputs: { x: NUMBERS, y: NUMBERS, left: ARRAYS, right: ARRAYS },
  outputs: { additions: NUMBERS, sums: NUMBERS, products: NUMBERS },
  passes: [
    { name: 'noop', calls: 'item', reads: [], writes: [] },
    {
      name: 'addNumbers',
      calls: 'item',
      reads: [
        { region: 'x', span: 'own' },
        { region: 'y', span: 'own' },
      ],
      writes: ['additions'],
    },
    { name: 'sumArray', calls: 'item', reads: [{ region: 'left', span: 'own' }], writes: ['sums'] },
    {
      name: 'dotArrays',
      calls: 'item',
      reads: [
        { region: 'left', span: 'own' },
        { region: 'right', span: 'own' },
      ],
      writes: ['products'],
    },
  ],
  rounds: ({ rounds }) => rounds,
  item: 'call of each function',
  items: ({ calls }) => calls,
  generate: ({ calls, length }, random) => generate(calls, length, random),
  digest: ({ additions, sums, products }) => [additions, sums, products].map(twoSums).join(' '),
  workCount: () => ({
    kind: 'not-counted',
    reason: 'it measures what calls cost, whatever they compute',
  }),
  workloads: {
    smoke: {
      parameters: { calls: 1000, length: 8, rounds: 1 },
      seed: 1,
      digest: '499500:333333000 499500:333333000 499500:333333000',
      truth,
    },
    small: {
      parameters: { calls: 4000, length: 8, rounds: 3 },
      seed: 1,
      digest: '7998000:21333332000 7998000:21333332000 7998000:21333332000',
      truth,
    },
    medium: {
      parameters: { calls: 4000, length: 8, rounds: 30 },
      seed: 1,
      digest: '7998000:21333332000 7998000:21333332000 7998000:21333332000',
      truth,
    },
    large: {
      parameters: { calls: 4000, length: 8, rounds: 300 },
      seed: 1,
      digest: '7998000:21333332000 7998000:21333332000 7998000:21333332000',
      truth,
    },
  },
});

/** Random arguments such that the call with the number i returns i, whatever the function. */
function generate(calls: number, length: number, { below, fraction }: Random) {
  const [x, y] = [new Float64Array(calls), new Float64Array(calls)];
  const [left, right] = [new Float64Array(calls * length), new Float64Array(calls * length)];
  const draw = (): number => below(2 * MOST) - MOST;
  for (let i = 0; i < calls; i++) {
    // Fractions that both sums hold exactly.
    x[i] = Math.floor(fraction() * 2 ** 20) / 2 ** 10;
    y[i] = i - x[i]!;
    const [first, last] = [i * length, (i + 1) * length - 1];
    let [sum, product] = [1, 0];
    for (let j = first + 1; j < last; j++) {
      left[j] = draw();
      sum += left[j]!;
      right[j] = draw();
      product += left[j]! * right[j]!;
    }
    left[last] = i - sum;
    right[last] = draw();
    product += left[last] * right[last];
    left[first] = 1;
    right[first] = i - product;
  }
  return { x, y, left, right };
}

/** The sum of all values, and the same weighted by position, from 1 on: values in wrong slots change it. */
function twoSums(values: Float64Array): string {
  const sum = values.reduce((total, value) => total + value, 0);
  const weighted = values.reduce((total, value, i) => total + value * (i + 1), 0);
  return `${sum}:${weighted}`;
}
