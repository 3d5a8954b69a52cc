import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import type { KernelSpec, PassSpec } from '@crossover/model';

const truth =
  'the norm as published with the Computer Language Benchmarks Game; all components from NumPy ' +
  '(scripts/reference/spectral-norm.py)';
const computed = 'NumPy, checked against the published norms (scripts/reference/spectral-norm.py)';

/** Rounds of the power method, as published. */
const ROUNDS = 10;

/** Multiplications by the matrix or its transpose. */
const PASSES_PER_ROUND = 4;

const VECTOR = { element: 'f64', division: { kind: 'stride', elements: 1 } } as const;

export const kernel: KernelSpec = defineKernel({
  id: 'spectral-norm',
  title: 'Spectral norm',
  stresses: 'f64 divisions, in many short passes with a barrier after each',
  citation:
    'The Computer Language Benchmarks Game, spectral-norm: power method for A(i, j) = 1 ÷ ((i + j)(i + j + 1) ÷ 2 + i + 1)',
  parameters: {
    size: { type: 'u32', minimum: 1, maximum: 30_000, meaning: 'rows and columns of the matrix' },
  },
  scalars: ['size'],
  inputs: { ones: VECTOR },
  outputs: { u: VECTOR, v: VECTOR, tmp: VECTOR },
  // The first round starts from the vector of ones, which has a region of its own because outputs hold nothing yet.
  passes: Array.from({ length: ROUNDS }, (_, round) => passesFrom(round === 0 ? 'ones' : 'u')).flat(),
  item: 'row',
  items: ({ size }) => size,
  generate: ({ size }) => ({ ones: new Float64Array(size).fill(1) }),
  // The norm in the open, then u and v to 3 decimals, one component per line, as an md5.
  digest: ({ u, v }) => {
    const norm = Math.sqrt(dot(u, v) / dot(v, v));
    const lines = [...u, ...v].map((component) => `${component.toFixed(3)}\n`);
    return `${norm.toFixed(9)} md5:${contentHash('md5', lines.join(''))}`;
  },
  workCount: ({ size }) => ({
    kind: 'counted',
    numbers: 'floating-point',
    arithmetic: 4 * PASSES_PER_ROUND * ROUNDS * size ** 2,
    what: 'for each element of the matrix in each pass a division, an addition, and two that lead to the next divisor',
  }),
  workloads: {
    smoke: {
      parameters: { size: 100 },
      seed: 1,
      digest: '1.274219991 md5:af46a67438f7fbc0786db194a4272166',
      truth,
    },
    small: {
      parameters: { size: 350 },
      seed: 1,
      digest: '1.274224047 md5:d8557225b87729ea224ab8cc4ed46d88',
      truth: computed,
    },
    medium: {
      parameters: { size: 1000 },
      seed: 1,
      digest: '1.274224148 md5:373a7215aa21cd3781af7dfb6494e7f8',
      truth: computed,
    },
    large: {
      parameters: { size: 5500 },
      seed: 1,
      digest: '1.274224153 md5:e5d418354341160bb218fcc1ab1b780c',
      truth,
    },
  },
});

/** One round: v = AᵀA × the vector, then u = AᵀA × v. */
function passesFrom(vector: string): readonly PassSpec[] {
  return [
    pass('multiply', vector, 'tmp'),
    pass('multiplyTransposed', 'tmp', 'v'),
    pass('multiply', 'v', 'tmp'),
    pass('multiplyTransposed', 'tmp', 'u'),
  ];
}

function pass(name: string, vector: string, product: string): PassSpec {
  return { name, reads: [{ region: vector, span: 'all' }], writes: [product] };
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
