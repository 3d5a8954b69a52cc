import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import type { KernelSpec, Parameters, PassSpec } from '@crossover/model';

const truth =
  'closed form of every element; NumPy computes the same by definition (scripts/reference/triad.py)';

const VECTOR = {
  element: 'f64',
  division: { kind: 'stride', elements: ({ length }: Parameters<'length'>) => length },
} as const;

const SWEEPS = 2;

export const kernel: KernelSpec = defineKernel({
  id: 'triad',
  title: 'Triad',
  stresses: 'memory bandwidth, and nothing else: two operations for every 24 bytes',
  citation:
    'J. McCalpin, Memory Bandwidth and Machine Balance in Current High Performance Computers, 1995: STREAM, triad',
  parameters: {
    blocks: { type: 'u32', minimum: 1, maximum: 4096, meaning: 'number of blocks' },
    length: { type: 'u32', minimum: 1, maximum: 8192, meaning: 'elements of each vector in a block' },
  },
  scalars: ['length'],
  inputs: { b: VECTOR, c: VECTOR },
  outputs: { a: VECTOR, d: VECTOR },
  // The second sweep needs what the first one wrote, so that neither can be left out unnoticed.
  passes: [sweep('c', 'd'), sweep('d', 'a')],
  item: 'block of elements',
  items: ({ blocks }) => blocks,
  // Whole numbers, in one vector up and in the other one down.
  generate: ({ blocks, length }) => {
    const elements = blocks * length;
    const [b, c] = [new Float64Array(elements), new Float64Array(elements)];
    for (let i = 0; i < elements; i++) {
      b[i] = i;
      c[i] = elements - i;
    }
    return { b, c };
  },
  digest: ({ a }) => contentHash('md5', a),
  workCount: ({ blocks, length }) => ({
    kind: 'counted',
    numbers: 'floating-point',
    arithmetic: SWEEPS * 2 * blocks * length,
    what: 'a multiplication and an addition for each element in each of two sweeps; bytes as STREAM counts them',
    bytes: SWEEPS * 24 * blocks * length,
  }),
  workloads: {
    smoke: {
      parameters: { blocks: 50, length: 1000 },
      seed: 1,
      digest: 'fce08bf49c3461e446cf4b519bd80291',
      truth,
    },
    small: {
      parameters: { blocks: 64, length: 4096 },
      seed: 1,
      digest: '6d2574d987e4a9932652c1c99020c560',
      truth,
    },
    medium: {
      parameters: { blocks: 512, length: 4096 },
      seed: 1,
      digest: '7507b7ea1c36c3b9864f642dbb966fdb',
      truth,
    },
    large: {
      parameters: { blocks: 4096, length: 4096 },
      seed: 1,
      digest: '68409778cd6adafc3b5fe990406d29fd',
      truth,
    },
  },
});

/** One sweep: result = b + 3 × factors. */
function sweep(factors: string, result: string): PassSpec {
  return {
    name: 'triad',
    reads: [
      { region: 'b', span: 'own' },
      { region: factors, span: 'own' },
    ],
    writes: [result],
  };
}
