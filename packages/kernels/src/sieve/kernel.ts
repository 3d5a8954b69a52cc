import { defineKernel } from '@crossover/model';
import { basePrimes } from './base-primes.ts';
import { SEGMENT } from './params.ts';
import type { KernelSpec, Workload } from '@crossover/model';

export const kernel: KernelSpec = defineKernel({
  id: 'sieve',
  title: 'Sieve of Eratosthenes',
  stresses:
    'stores with ever new strides in a table that fits the first-level cache; integers, hardly any arithmetic',
  citation: 'C. Bays and R. H. Hudson, The segmented sieve of Eratosthenes, BIT 17, 1977',
  parameters: {
    limit: { type: 'u32', minimum: 2, maximum: 1e9, meaning: 'largest number that is looked at' },
  },
  scalars: ['limit'],
  inputs: { basePrimes: { element: 'u32', division: { kind: 'whole' } } },
  // The primes in each segment.
  outputs: { counts: { element: 'u32', division: { kind: 'stride', elements: 1 } } },
  passes: [{ name: 'sieve', reads: [{ region: 'basePrimes', span: 'all' }], writes: ['counts'] }],
  // Item i is the numbers from 2 · SEGMENT · i up to but not including 2 · SEGMENT · (i + 1).
  item: 'segment of the range',
  items: ({ limit }) => Math.ceil(limit / (2 * SEGMENT)),
  generate: ({ limit }) => ({ basePrimes: basePrimes(limit) }),
  digest: ({ counts }) => String(counts.reduce((sum, count) => sum + count, 0)),
  workCount: () => ({
    kind: 'not-counted',
    reason: 'it stores into a table of its own, and computes no more than where',
  }),
  workloads: {
    smoke: upTo(6, '78498'),
    small: upTo(7, '664579'),
    medium: upTo(8, '5761455'),
    large: upTo(9, '50847534'),
  },
});

function upTo(exponent: number, digest: string): Workload {
  return { parameters: { limit: 10 ** exponent }, seed: 1, digest, truth: `OEIS A006880, a(${exponent})` };
}
