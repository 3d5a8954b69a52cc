import { defineKernel } from '@crossover/model';
import type { KernelSpec, Workload } from '@crossover/model';

const published = 'as published with the Computer Language Benchmarks Game';
const computed =
  'NumPy, checked against the published answers; flips: OEIS A000375 (scripts/reference/fannkuch.py)';

export const kernel: KernelSpec = defineKernel({
  id: 'fannkuch',
  title: 'Pancake flips (fannkuch-redux)',
  stresses: 'integers and branches on arrays of a few elements',
  citation:
    'Anderson and Rettig, Performing Lisp Analysis of the FANNKUCH Benchmark, 1994; the order of the permutations ' +
    'and the checksum are those of fannkuch-redux in the Computer Language Benchmarks Game',
  parameters: {
    // From 4 on all blocks have an even length. At 13 there are six thousand million permutations.
    size: { type: 'u32', minimum: 4, maximum: 13, meaning: 'elements to permute' },
  },
  scalars: ['size'],
  inputs: {},
  // Per block the flips of its permutations with alternating signs, and the most that one of them takes.
  outputs: {
    checksums: { element: 'i32', division: { kind: 'stride', elements: 1 } },
    flips: { element: 'i32', division: { kind: 'stride', elements: 1 } },
  },
  passes: [{ name: 'fannkuch', reads: [], writes: ['checksums', 'flips'] }],
  // Item i is the block of permutations whose indices, as numbers in the factorial number system, have the highest
  // digit ⌊i ÷ (size − 1)⌋ and the second highest i mod (size − 1).
  item: 'block of permutations',
  items: ({ size }) => size * (size - 1),
  generate: () => ({}),
  digest: ({ checksums, flips }) => {
    const most = flips.reduce((a, b) => Math.max(a, b), 0);
    return `${checksums.reduce((sum, checksum) => sum + checksum, 0)} ${most}`;
  },
  workCount: () => ({
    kind: 'not-counted',
    reason: 'it moves elements about, how many depends on every permutation, and hardly computes',
  }),
  workloads: {
    smoke: permutations(7, '228 16', published),
    small: permutations(8, '1616 22', computed),
    medium: permutations(9, '8629 30', computed),
    large: permutations(11, '556355 51', published),
  },
});

function permutations(size: number, digest: string, truth: string): Workload {
  return { parameters: { size }, seed: 1, digest, truth };
}
