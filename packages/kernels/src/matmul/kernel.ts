import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import type { KernelSpec } from '@crossover/model';

const truth =
  'closed form of every element, in exact integers; NumPy agrees in every element (scripts/reference/matmul.py)';

export const kernel: KernelSpec = defineKernel({
  id: 'matmul',
  title: 'Matrix multiplication',
  stresses: 'f64 multiply-add along rows; memory of one matrix read again for every row',
  citation:
    'The definition of the matrix product; the matrices are those of github.com/kostya/benchmarks, matmul',
  parameters: {
    size: { type: 'u32', minimum: 1, maximum: 4096, meaning: 'rows and columns of the matrices' },
  },
  scalars: ['size'],
  inputs: {
    a: { element: 'f64', division: { kind: 'stride', elements: ({ size }) => size } },
    b: { element: 'f64', division: { kind: 'stride', elements: ({ size }) => size } },
  },
  outputs: { c: { element: 'f64', division: { kind: 'stride', elements: ({ size }) => size } } },
  passes: [
    {
      name: 'matmul',
      reads: [
        { region: 'a', span: 'own' },
        { region: 'b', span: 'all' },
      ],
      writes: ['c'],
    },
  ],
  item: 'row of the product',
  items: ({ size }) => size,
  generate: ({ size }) => ({ a: matrix(size), b: matrix(size) }),
  // The middle element in the open, then all elements in 1024ths, rounded to whole numbers, as an md5.
  digest: ({ c }, { size }) => {
    const middle = Math.floor(size / 2);
    const rounded = new Int32Array(c.length);
    for (let i = 0; i < c.length; i++) rounded[i] = Math.round(c[i]! * 1024);
    const all = contentHash('md5', rounded);
    return `${c[middle * size + middle]!.toFixed(6)} md5:${all}`;
  },
  workCount: ({ size }) => ({
    kind: 'counted',
    numbers: 'floating-point',
    arithmetic: 2 * size ** 3,
    what: 'a multiplication and an addition for each of size³ products',
  }),
  workloads: {
    smoke: {
      parameters: { size: 60 },
      seed: 1,
      digest: '-5.504167 md5:37a0ebe27987f4c11734a6cbdc3196d0',
      truth,
    },
    small: {
      parameters: { size: 180 },
      seed: 1,
      digest: '-17.001389 md5:67aabeaf107bcfe3f733f352f66b20cf',
      truth,
    },
    medium: {
      parameters: { size: 380 },
      seed: 1,
      digest: '-36.167325 md5:2d8a95f22773131622b02ea93acaa38a',
      truth,
    },
    large: {
      parameters: { size: 1500 },
      seed: 1,
      digest: '-143.500167 md5:5d89d0120b2d2d702b585387ce3d495f',
      truth,
    },
  },
});

/** The element in row i and column j is (i − j)(i + j) ÷ size². */
function matrix(size: number): Float64Array {
  const elements = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) elements[i * size + j] = ((i - j) * (i + j)) / (size * size);
  }
  return elements;
}
