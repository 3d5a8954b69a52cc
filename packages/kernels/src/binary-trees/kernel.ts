import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { countTrees, drawDepths } from './trees.ts';
import type { KernelSpec, Workload } from '@crossover/model';

export const kernel: KernelSpec = defineKernel({
  id: 'binary-trees',
  title: 'Binary trees',
  stresses: 'allocation of many small objects, and how they are freed',
  citation: "The Computer Language Benchmarks Game, binary-trees, after H. Boehm's GCBench",
  parameters: {
    depth: { type: 'u32', minimum: 4, maximum: 21, meaning: 'greatest depth of all trees but one' },
  },
  scalars: [],
  inputs: { depths: { element: 'u8', division: { kind: 'stride', elements: 1 } } },
  // The nodes of each tree.
  outputs: { counts: { element: 'u32', division: { kind: 'stride', elements: 1 } } },
  passes: [{ name: 'binaryTrees', reads: [{ region: 'depths', span: 'own' }], writes: ['counts'] }],
  assemblyRuntime: {
    'assembly.ts': 'minimal',
    'assembly-stub.ts': 'stub',
    'assembly-incremental.ts': 'incremental',
  },
  item: 'tree',
  items: ({ depth }) => countTrees(depth),
  generate: ({ depth }, random) => ({ depths: drawDepths(depth, random) }),
  digest: ({ counts }) => {
    const sum = counts.reduce((total, count) => total + count, 0);
    return `${sum} md5:${contentHash('md5', counts)}`;
  },
  workCount: () => ({
    kind: 'not-counted',
    reason: 'it allocates objects and follows pointers, and hardly computes',
  }),
  workloads: {
    smoke: workload(8, 1, '25263 md5:6daef4a12b4a57d27ef64a39a1c0d276'),
    small: workload(11, 2, '267615 md5:790500a1772135db1dc7032cebbcfb4e'),
    medium: workload(14, 3, '3189423 md5:e921f72e68335b5464c5c73ba91c79f2'),
    large: workload(17, 4, '29709663 md5:7e321a989e27637d817ceec65198f31c'),
  },
});

function workload(depth: number, seed: number, digest: string): Workload {
  const truth = '2^(d + 1) − 1 nodes in a tree of depth d (scripts/reference/binary-trees.py)';
  return { parameters: { depth }, seed, digest, truth };
}
