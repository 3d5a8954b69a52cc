import { cellTrialsOf } from './kernel-trials.ts';
import { wallOf } from './cell-trials.ts';
import { TRIAL_VALUES } from './trial-value.ts';
import { meanOf } from '@crossover/statistics';
import type { CellTrials } from './cell-trials.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Cell, CompletedTrial } from '@crossover/model';

/** Whether starting counts: a program that runs on, or one that runs a single operation. */
export type Warmth = 'warm' | 'cold';

/** Logarithms of two costs of one operation in the same block. */
interface CostLogs {
  readonly base: number;
  readonly ratio: number;
}

/** What one block says of a subject and its base at one size. */
export type SizeReading = Readonly<Record<Warmth, CostLogs>>;

/** A size at which both were measured. */
export interface MeasuredSize {
  readonly kernel: KernelTrials;
  readonly base: CellTrials;
  readonly subject: CellTrials;
  /** Warm time of the base in nanoseconds, a geometric mean. */
  readonly baseNs: number;
  /** One for each block that holds both. */
  readonly readings: readonly SizeReading[];
}

/** The sizes of a kernel at which base and subject were measured, in ascending order of the base's time. */
export function measuredSizes(
  kernels: readonly KernelTrials[],
  subjectAt: (workload: Cell['workload']) => string,
): readonly MeasuredSize[] {
  const sizes = kernels.flatMap((kernel): readonly MeasuredSize[] => {
    const subject = cellTrialsOf(kernel, subjectAt(kernel.planned.workload));
    const { base } = kernel;
    if (base === undefined || subject === undefined) return [];
    const readings = [...base.completed[0]].flatMap(([block, trial]) => {
      const other = subject.completed[0].get(block);
      return other === undefined ? [] : reading(trial, other);
    });
    if (readings.length === 0) return [];
    const baseNs = Math.exp(meanOf(readings.map(({ warm }) => warm.base)).mean);
    return [{ kernel, base, subject, baseNs, readings }];
  });
  return sizes.toSorted((a, b) => a.baseNs - b.baseNs);
}

function reading(base: CompletedTrial, subject: CompletedTrial): SizeReading {
  return {
    warm: costLogs(wallOf(base), wallOf(subject)),
    cold: costLogs(coldOf(base), coldOf(subject)),
  };
}

function costLogs(base: number, subject: number): CostLogs {
  return { base: Math.log(base), ratio: Math.log(subject / base) };
}

function coldOf(trial: CompletedTrial): number {
  return wallOf(trial) + (TRIAL_VALUES.start(trial) ?? 0);
}
