import { median } from '@crossover/statistics';
import type { CompletedTrial, Failure, PlannedCell, Trial, Twin } from '@crossover/model';

/** The trials of one cell, sorted out. */
export interface CellTrials {
  readonly cell: PlannedCell;
  /** Completed trials by block, of the cell itself (0) and of its twin (1). */
  readonly completed: Readonly<Record<Twin, ReadonlyMap<number, CompletedTrial>>>;
  /** Turns that gave no time. */
  readonly failures: readonly Failure[];
}

/**
 * Sorts out what was recorded of a cell.
 * A single wrong answer, its twin's included, leaves that failure and no trial, whatever happened later. Otherwise,
 * where a turn was taken again after an interruption, its last record counts. A trial that was interrupted says
 * nothing about the cell and is left out; one without a usable time is a failure.
 * @param digest the right answer
 * @param setAside blocks of which only wrong answers count
 */
export function sortTrials(
  cell: PlannedCell,
  trials: readonly Trial[],
  digest: string,
  setAside: ReadonlySet<number> = new Set(),
): CellTrials {
  const completed = { 0: new Map<number, CompletedTrial>(), 1: new Map<number, CompletedTrial>() };
  const wrong = trials.flatMap((trial) => wrongAnswer(trial, digest) ?? []).at(0);
  if (wrong !== undefined) return { cell, completed, failures: [wrong] };
  const failures: Failure[] = [];
  const counted = trials.filter(({ block }) => !setAside.has(block));
  const turns = new Map(counted.map((trial) => [`${trial.twin}/${trial.block}`, trial]));
  for (const trial of turns.values()) {
    if (trial.status === 'failed') {
      if (trial.failure.code !== 'interrupted') failures.push(trial.failure);
    } else if (hasTimes(trial)) {
      completed[trial.twin].set(trial.block, trial);
    } else {
      failures.push({ code: 'run-damaged', message: 'a trial holds no usable time', where: whereIs(trial) });
    }
  }
  return { cell, completed, failures };
}

/** Wall time of a trial's operations in nanoseconds: the median of its samples. */
export function wallOf(trial: CompletedTrial): number {
  return median(trial.samplesNs);
}

/** CPU time of a trial's operations in nanoseconds. Coarse clocks may read 0. */
export function cpuOf(trial: CompletedTrial): number {
  return median(trial.cpuNs);
}

function wrongAnswer(trial: Trial, expected: string): Failure | undefined {
  if (trial.status === 'failed') return trial.failure.code === 'wrong-digest' ? trial.failure : undefined;
  if (trial.digest === expected) return undefined;
  return {
    code: 'wrong-digest',
    message: 'the answer is wrong',
    where: whereIs(trial),
    digests: { expected, actual: trial.digest },
  };
}

function hasTimes(trial: CompletedTrial): boolean {
  const finite = [...trial.samplesNs, ...trial.cpuNs].every((time) => Number.isFinite(time) && time >= 0);
  return finite && trial.samplesNs.length > 0 && trial.cpuNs.length > 0 && wallOf(trial) > 0;
}

function whereIs({ cell, block }: Trial): string {
  return `${cell}, block ${block}`;
}
