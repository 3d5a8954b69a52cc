import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import { compareRuns } from './compare-runs.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { SyntheticCell } from '../fixtures/synthetic-run.ts';
import type { Cell } from '@crossover/model';

const OWN = 'nbody/medium/rust/worker-threads-2';
const TUNED = `${OWN}/shared`;

/** Faster than everything that an answer may be made from. */
const ASIDE: readonly SyntheticCell[] = [
  { lane: 'rust', placement: 'worker-threads-2/shared', timeNs: 5e6 },
  { lane: 'typescript', placement: 'worker-threads-2/shared', timeNs: 6e6 },
  { lane: 'typescript', placement: 'event-loop-2', timeNs: 4e6, further: true },
  { lane: 'rust', placement: 'event-loop-2', timeNs: 3e6, further: true },
];

const run = syntheticRun(
  [
    { kernel: 'nbody', cells: [...fourCells(90e6, 45e6, 50e6, 25e6), ...ASIDE] },
    { kernel: 'fannkuch', cells: [...fourCells(90e6, 90e6, 50e6, 50e6), ...ASIDE] },
  ],
  { blocks: 12 },
);

const isAside = ({ placement, further }: Cell): boolean => placement !== undefined || further === true;

/** The same run, had nobody measured such cells. */
function withoutAside({ head, plan, records }: MeasuredRun): MeasuredRun {
  const all = plan.kernels.flatMap(({ cells }) => cells);
  const gone = new Set(all.filter(isAside).map(({ id }) => id));
  const kernels = plan.kernels.map((kernel) => {
    return { ...kernel, cells: kernel.cells.filter((cell) => !isAside(cell)) };
  });
  return {
    head,
    plan: { ...plan, kernels },
    records: records.filter((record) => !('cell' in record && gone.has(record.cell))),
  };
}

test('tuned placements and further modes change nothing of the answer, however fast they are', () => {
  const [all, standard] = [analyse(run), analyse(withoutAside(run))];
  expect(all.levers).toEqual(standard.levers);
  expect(all.attribution).toEqual(standard.attribution);
  expect(all.overall).toEqual(standard.overall);
  expect(all.families).toEqual(standard.families);
  expect(all.comparisons).toEqual(expect.arrayContaining([...standard.comparisons]));
  expect(all.cells).toHaveLength(standard.cells.length + 2 * ASIDE.length);
});

test('a tuned placement is compared with the base, and with the placement of the mode itself', () => {
  const { comparisons } = analyse(run);
  const bases = comparisons.filter(({ subject }) => subject === TUNED).map(({ base }) => base);
  expect(bases).toEqual(['nbody/medium/typescript/single-thread', OWN]);
  const own = comparisons.find(({ base, subject }) => base === OWN && subject === TUNED);
  expect(own).toMatchObject({ verdict: 'faster' });
  expect(own!.speedUp.estimate).toBeCloseTo(5, 0);
});

test('cells of two runs meet by their placement, too', () => {
  const again = compareRuns(run, run);
  expect(again.unmatched).toEqual([]);
  expect(again.changes.find(({ id }) => id === TUNED)).toMatchObject({ placement: 'shared' });
  const { changes, unmatched } = compareRuns(withoutAside(run), run);
  expect(changes.some(({ placement, further }) => placement !== undefined || further)).toBe(false);
  expect(unmatched.map(({ id }) => id)).toContain(TUNED);
});
