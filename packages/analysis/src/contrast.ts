import { wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type { Twin } from '@crossover/model';
import type { TrialValue } from './trial-value.ts';

/** A cell's part in a contrast: the logs of its values count `weight` times. */
export interface Term {
  readonly trials: CellTrials;
  readonly weight: number;
  /** The twin to take; the cell itself when absent. */
  readonly twin?: Twin;
}

/**
 * Weighted sums of ln(value), one for each block in which every term has a completed trial with a value above 0; the
 * value is its wall time where nothing else is said.
 * What slows a whole block cancels out where the weights add up to 0; a block that lacks a term says nothing and
 * is left out. All effects are such sums: base − subject is the log of a speed-up.
 */
export function contrast(terms: readonly Term[], valueOf: TrialValue = wallOf): readonly number[] {
  const [first, ...others] = terms.map((term) => logsOf(term, valueOf));
  if (first === undefined) return [];
  const blocks = [...first.keys()].filter((block) => others.every((logs) => logs.has(block)));
  return blocks.map((block) => [first, ...others].reduce((sum, logs) => sum + logs.get(block)!, 0));
}

/** The term's part of each block's sum. */
function logsOf({ trials, weight, twin = 0 }: Term, valueOf: TrialValue): ReadonlyMap<number, number> {
  const parts = [...trials.completed[twin]].flatMap(([block, trial]): readonly [number, number][] => {
    const value = valueOf(trial);
    return value !== undefined && value > 0 ? [[block, weight * Math.log(value)]] : [];
  });
  return new Map(parts);
}
