import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import type { KernelSpec } from '@crossover/model';

const published = 'md5 of the whole PBM as published with the Computer Language Benchmarks Game';
const sampled =
  'every 5th or 10th pixel of a published image, computed by NumPy (scripts/reference/mandelbrot.py)';

/** Iterations of all pixels together, by the size of the image (NumPy, scripts/reference/mandelbrot.py). */
const ITERATIONS_BY_SIZE: ReadonlyMap<number, number> = new Map([
  [200, 976_575],
  [400, 3_905_042],
  [1000, 24_406_664],
  [4000, 390_512_934],
]);

export const kernel: KernelSpec = defineKernel({
  id: 'mandelbrot',
  title: 'Mandelbrot set',
  stresses: 'f64 arithmetic in a tight loop; rows of very different cost, so that chunking matters',
  citation: 'The Computer Language Benchmarks Game, mandelbrot: a PBM image, 50 iterations',
  parameters: {
    size: { type: 'u32', minimum: 8, maximum: 32_000, multipleOf: 8, meaning: 'width and height in pixels' },
  },
  scalars: ['size'],
  inputs: {},
  // A row of the bitmap: eight pixels to a byte, 1 where the point is in the set.
  outputs: { rows: { element: 'u8', division: { kind: 'stride', elements: ({ size }) => size / 8 } } },
  passes: [{ name: 'mandelbrot', reads: [], writes: ['rows'] }],
  item: 'row',
  items: ({ size }) => size,
  generate: () => ({}),
  digest: ({ rows }, { size }) => contentHash('md5', `P4\n${size} ${size}\n`, rows),
  workCount: ({ size }) => {
    const iterations = ITERATIONS_BY_SIZE.get(size);
    if (iterations === undefined) {
      return {
        kind: 'not-counted',
        reason: 'how many iterations an image takes is known of its workloads only',
      };
    }
    return {
      kind: 'counted',
      numbers: 'floating-point',
      arithmetic: 9 * iterations,
      what: 'four multiplications, four additions and a comparison for each iteration until the point has left',
    };
  },
  workloads: {
    smoke: { parameters: { size: 200 }, seed: 1, digest: 'cc65e64bd553ed18896de1dfe7fae3e5', truth: sampled },
    small: { parameters: { size: 400 }, seed: 1, digest: '29ea778660f9fa53751db1d799f60578', truth: sampled },
    medium: {
      parameters: { size: 1000 },
      seed: 1,
      digest: '9beadc69396d01081a98cf5dc057ce89',
      truth: published,
    },
    large: {
      parameters: { size: 4000 },
      seed: 1,
      digest: '9ef33c29e6913ffe3c5803ea97544851',
      truth: published,
    },
  },
});
