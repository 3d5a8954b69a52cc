import { wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';

/** Basis ÷ subject time by block. */
export function blockRatios(basis: CellTrials, subject: CellTrials): ReadonlyMap<number, number> {
  return new Map(
    [...basis.completed[0]].flatMap(([block, trial]) => {
      const other = subject.completed[0].get(block);
      return other === undefined ? [] : [[block, wallOf(trial) / wallOf(other)] as const];
    }),
  );
}
