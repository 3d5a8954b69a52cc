import { mayHeadline } from '@crossover/model';
import { blockSums, moderatedMean, poolOf } from '@crossover/statistics';
import type { CellTrials } from './cell-trials.ts';
import type { CompletedTrial, Twin } from '@crossover/model';
import type { BlockRow, Contrast, Mean, Pool } from '@crossover/statistics';

/** A cell's part in a contrast: its log times count `weight` times. */
export interface CellTerm {
  readonly trials: CellTrials;
  readonly weight: number;
  /** The twin to take; the cell itself when absent. */
  readonly twin?: Twin;
}

/** A contrast as it was measured. */
export interface MeasuredContrast {
  /** One for each block that holds all of its terms. */
  readonly values: readonly number[];
  /** Their mean, with a moderated standard error. */
  readonly logs: Mean;
}

/** The log times of a kernel's cells by block, of wall or of CPU time, and all contrasts among them. */
export class TimeTable {
  readonly #rows = new Map<string, BlockRow>();
  readonly #plain: Pool;
  readonly #all: Pool;

  /** @param time of a trial; where it is 0, as a coarse clock may read, the trial is left out */
  constructor(
    cells: readonly CellTrials[],
    base: CellTrials | undefined,
    time: (trial: CompletedTrial) => number,
  ) {
    const plain: BlockRow[] = [];
    for (const trials of cells) {
      for (const twin of [0, 1] as const) {
        const times = [...trials.completed[twin]].map(([block, trial]) => ({ block, ns: time(trial) }));
        const read = times.filter(({ ns }) => ns > 0);
        if (read.length === 0) continue;
        const values = new Map(read.map(({ block, ns }) => [block, Math.log(ns)]));
        const row = { values, isBase: trials === base };
        this.#rows.set(rowKey(trials, twin), row);
        if (mayHeadline(trials.cell)) plain.push(row);
      }
    }
    this.#plain = poolOf(plain);
    this.#all = poolOf([...this.#rows.values()]);
  }

  /**
   * The weighted sums of a contrast, whose weights add up to 0; undefined where no block holds all of its terms. What
   * slows a whole block cancels out. Base − subject is the log of a speed-up.
   *
   * What is measured beside the headline's cells has no part in what is said of them: contrasts of those cells borrow their
   * spread from one another, those with others from all.
   */
  contrast(terms: readonly CellTerm[]): MeasuredContrast | undefined {
    const contrast = terms.flatMap(({ trials, weight, twin = 0 }): Contrast => {
      const row = this.#rows.get(rowKey(trials, twin));
      return row === undefined ? [] : [{ row, weight }];
    });
    if (contrast.length < terms.length) return undefined;
    const plain = terms.every(({ trials, weight }) => weight === 0 || mayHeadline(trials.cell));
    const logs = moderatedMean(contrast, plain ? this.#plain : this.#all);
    return logs && { values: blockSums(contrast), logs };
  }
}

function rowKey({ cell }: CellTrials, twin: Twin): string {
  return `${cell.id} ${twin}`;
}
