import { defineKernel } from '@crossover/model';
import { contentHash } from '../content-hash.ts';
import { BODIES, NUMBERS } from './params.ts';
import { drawSystems } from './systems.ts';
import type { KernelSpec } from '@crossover/model';

const truth =
  'REBOUND, leapfrog, for all systems; for the first the energies that the Benchmarks Game publishes ' +
  '(scripts/reference/nbody.py)';

const SYSTEM = { kind: 'stride', elements: BODIES * NUMBERS } as const;

const PAIRS = (BODIES * (BODIES - 1)) / 2;
/**
 * What a step computes. Of a pair: three differences, five for their squares, root, multiplication and division, and six for
 * each coordinate of both velocities together. Of a body: a multiplication and an addition for each coordinate.
 */
const STEP = PAIRS * (3 + 5 + 3 + 3 * 6) + BODIES * 3 * 2;
/** What an energy computes: of a body eight, of a pair twelve. */
const ENERGY = BODIES * 8 + PAIRS * 12;

export const kernel: KernelSpec = defineKernel({
  id: 'nbody',
  title: 'N bodies',
  stresses: 'f64 arithmetic with square roots and divisions; hardly any memory',
  citation: 'The Computer Language Benchmarks Game, n-body: Jovian planets by symplectic Euler steps',
  parameters: {
    systems: { type: 'u32', minimum: 1, maximum: 2 ** 20, meaning: 'number of solar systems' },
    steps: { type: 'u32', minimum: 0, maximum: 50_000_000, meaning: 'steps of 0.01 years in each of them' },
  },
  scalars: ['steps'],
  // Per system five bodies, the sun first, each x, y, z, vx, vy, vz, mass.
  inputs: { initial: { element: 'f64', division: SYSTEM } },
  outputs: {
    final: { element: 'f64', division: SYSTEM },
    // Per system the energy before the first step and after the last.
    energies: { element: 'f64', division: { kind: 'stride', elements: 2 } },
  },
  passes: [{ name: 'nbody', reads: [{ region: 'initial', span: 'own' }], writes: ['final', 'energies'] }],
  item: 'solar system',
  items: ({ systems }) => systems,
  generate: ({ systems }, random) => ({ initial: drawSystems(systems, random) }),
  // The energies of the canonical system in the open, then those of all systems, one per line, as an md5.
  digest: ({ energies }) => {
    const lines = Array.from({ length: energies.length / 2 }, (_, item) =>
      [energies[item * 2]!, energies[item * 2 + 1]!].map((energy) => energy.toFixed(9)).join(' '),
    );
    const all = contentHash('md5', `${lines.join('\n')}\n`);
    return `${lines[0]} md5:${all}`;
  },
  workCount: ({ systems, steps }) => ({
    kind: 'counted',
    numbers: 'floating-point',
    arithmetic: systems * (steps * STEP + 2 * ENERGY),
    what: '29 for each pair and six for each body in each step, and the two energies, as the published program has them',
  }),
  workloads: {
    smoke: {
      parameters: { systems: 8, steps: 1000 },
      seed: 1,
      digest: '-0.169075164 -0.169087605 md5:e1b74f1eac1ccc16277b049ace954b14',
      truth,
    },
    small: {
      parameters: { systems: 64, steps: 1000 },
      seed: 2,
      digest: '-0.169075164 -0.169087605 md5:78c9efa698a9cf15b2b515f0852ce667',
      truth,
    },
    medium: {
      parameters: { systems: 512, steps: 1000 },
      seed: 3,
      digest: '-0.169075164 -0.169087605 md5:642e7793abc403a3f83dcba666ca4650',
      truth,
    },
    large: {
      parameters: { systems: 16, steps: 5_000_000 },
      seed: 4,
      digest: '-0.169075164 -0.169083134 md5:c61024a0b73d838a2846e338dadcb9e7',
      truth,
    },
  },
});
