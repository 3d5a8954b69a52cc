import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import type { KernelSpec, Workload } from '@crossover/model';

export const kernel: KernelSpec = defineKernel({
  id: 'pidigits',
  title: 'Digits of π',
  stresses: 'integers of thousands of digits; cannot be divided',
  citation:
    'J. Gibbons, Unbounded Spigot Algorithms for the Digits of Pi, American Mathematical Monthly 113(4), 2006',
  parameters: {
    digits: { type: 'u32', minimum: 1, maximum: 100_000, meaning: 'how many digits, the 3 included' },
  },
  scalars: ['digits'],
  inputs: {},
  // From the 3 on, one byte each: 0 to 9.
  outputs: { decimals: { element: 'u8', division: { kind: 'stride', elements: ({ digits }) => digits } } },
  passes: [{ name: 'pidigits', reads: [], writes: ['decimals'] }],
  // Each digit needs what is left after the one before.
  item: 'whole job',
  items: () => 1,
  generate: () => ({}),
  digest: ({ decimals }) => {
    const text = decimals.join('');
    return `…${text.slice(-10)} md5:${contentHash('md5', text)}`;
  },
  workCount: () => ({
    kind: 'not-counted',
    reason: 'its integers grow while it computes, and how they are multiplied is up to each lane',
  }),
  workloads: {
    smoke: workload(200, '…9549303819 md5:91cce85339b3710112ca43840f79979d'),
    small: workload(600, '…6766940513 md5:ae24a12158b5df9ec2bb8e99b3d223fe'),
    medium: workload(2000, '…4780275900 md5:47e2f4860ce4968b4c4ba75029139ae4'),
    large: workload(10_000, '…5525637567 md5:deb0f30bc5bf6e51f67e9c1942a22eef'),
  },
});

function workload(count: number, digest: string): Workload {
  const truth = "Debian's pi 1.3.6 and mpmath 1.3.0 (scripts/reference/pidigits.py)";
  return { parameters: { digits: count }, seed: 1, digest, truth };
}
