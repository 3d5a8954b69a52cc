import type { CellTrials } from './cell-trials.ts';
import type { TrialValue } from './trial-value.ts';

/** ln(base ÷ subject) of a number above 0, one for each block in which both tell it. */
export function logRatios(base: CellTrials, subject: CellTrials, valueOf: TrialValue): readonly number[] {
  const subjects = logsOf(subject, valueOf);
  return [...logsOf(base, valueOf)].flatMap(([block, log]) => {
    const other = subjects.get(block);
    return other === undefined ? [] : log - other;
  });
}

function logsOf({ completed }: CellTrials, valueOf: TrialValue): ReadonlyMap<number, number> {
  const logs = [...completed[0]].flatMap(([block, trial]): readonly [number, number][] => {
    const value = valueOf(trial);
    return value !== undefined && value > 0 ? [[block, Math.log(value)]] : [];
  });
  return new Map(logs);
}
