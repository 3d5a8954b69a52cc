import { defineKernel } from '@crossover/model';
import type { KernelSpec, Workload } from '@crossover/model';

export const kernel: KernelSpec = defineKernel({
  id: 'nqueens',
  title: 'N queens',
  stresses: '32-bit integers and branches that no one can predict; no memory',
  citation: 'Backtracking with bit masks: Martin Richards, Backtracking Algorithms in MCPL, 1997',
  parameters: {
    // Above 18 the search takes hours; up to 18 even the sum of all counts fits 32 bits.
    size: { type: 'u32', minimum: 2, maximum: 18, meaning: 'width and height of the board in squares' },
  },
  scalars: ['size'],
  inputs: {},
  // Solutions that begin with the item's two queens.
  outputs: { counts: { element: 'u32', division: { kind: 'stride', elements: 1 } } },
  passes: [{ name: 'nqueens', reads: [], writes: ['counts'] }],
  // Item i puts the queen of row 0 on column ⌊i ÷ size⌋ and that of row 1 on column i mod size.
  item: 'placement of the first two queens',
  items: ({ size }) => size * size,
  generate: () => ({}),
  digest: ({ counts }) => String(counts.reduce((sum, count) => sum + count, 0)),
  workCount: () => ({
    kind: 'not-counted',
    reason: 'nothing tells how many placements it has to try but trying',
  }),
  workloads: {
    smoke: board(8, '92'),
    small: board(10, '724'),
    medium: board(13, '73712'),
    large: board(15, '2279184'),
  },
});

function board(size: number, digest: string): Workload {
  return { parameters: { size }, seed: 1, digest, truth: `OEIS A000170, a(${size})` };
}
