import { wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type { CompletedTrial, Twin } from '@crossover/model';

/** A cell's part in a contrast: its log times count `weight` times. */
export interface Term {
  readonly trials: CellTrials;
  readonly weight: number;
  /** The twin to take; the cell itself when absent. */
  readonly twin?: Twin;
}

/**
 * Weighted sums of ln(wall time), one for each block in which every term has a completed trial.
 * What slows a whole block cancels out where the weights add up to 0; a block that lacks a term says nothing and
 * is left out. All effects are such sums: base − subject is the log of a speed-up.
 */
export function contrast(terms: readonly Term[]): readonly number[] {
  const [first, ...others] = terms.map(trialsOf);
  if (first === undefined) return [];
  const blocks = [...first.keys()].filter((block) => others.every((trials) => trials.has(block)));
  return blocks.map((block) =>
    terms.reduce((sum, term) => sum + term.weight * Math.log(wallOf(trialsOf(term).get(block)!)), 0),
  );
}

function trialsOf({ trials, twin = 0 }: Term): ReadonlyMap<number, CompletedTrial> {
  return trials.completed[twin];
}
