import type { Capacity, CompletedTrial, Disturbance, PlannedCell, Trial } from '@crossover/model';

/** Share of the cores' time that the hypervisor may give to others. */
const STEAL_LIMIT = 0.02;

/** Share of its wall time that a trial on a single thread must have had a core. */
const CPU_LIMIT = 0.9;

/** Share of the cores' worth of work that threads must get done at the same time. */
const CAPACITY_LIMIT = 0.85;

/** What is known about a block besides the times that it is about. */
export interface BlockEvidence {
  readonly cells: readonly PlannedCell[];
  readonly trials: readonly Trial[];
  /** Readings of the capacity, before and after. */
  readonly capacities: readonly Capacity[];
  /** Cores that this process may use. */
  readonly cores: number;
}

/**
 * Signs that others used the machine during a block. None of them looks at how fast a cell was: to leave out what is
 * slow would make everything look fast.
 */
export function disturbancesOf(evidence: BlockEvidence): readonly Disturbance[] {
  const { capacities, cores } = evidence;
  const share = stolenShare(evidence);
  const least = capacities.filter(
    ({ threads, effective }) => effective < CAPACITY_LIMIT * Math.min(threads, cores),
  );
  return [
    ...(share > STEAL_LIMIT ? [{ kind: 'steal' as const, share }] : []),
    ...contended(evidence),
    ...least.map(({ threads, effective }) => ({ kind: 'capacity' as const, threads, effective })),
  ];
}

/** Over the whole block, since the counter is too coarse for one trial. */
function stolenShare({ trials, cores }: BlockEvidence): number {
  const told = completed(trials).flatMap(stolenFrom);
  const stolen = sum(told.map(({ stealNs }) => stealNs));
  const wall = sum(told.map(({ wallNs }) => wallNs));
  return wall === 0 ? 0 : stolen / (wall * cores);
}

/** What was stolen from the samples of a trial, as far as the platform told; from a trial of before, all together. */
function stolenFrom(trial: CompletedTrial): readonly { readonly stealNs: number; readonly wallNs: number }[] {
  const { covariates, samplesCovariates, samplesNs, operationsPerSample } = trial;
  const column = samplesCovariates?.stealNs;
  if (column !== undefined) {
    return column.flatMap((stealNs, sample) => {
      const perOperation = samplesNs[sample];
      if (stealNs === null || perOperation === undefined) return [];
      return [{ stealNs, wallNs: perOperation * operationsPerSample }];
    });
  }
  const { stealNs } = covariates;
  return stealNs === undefined ? [] : [{ stealNs, wallNs: sum(samplesNs) * operationsPerSample }];
}

function contended({ cells, trials }: BlockEvidence): readonly Disturbance[] {
  const alone = new Set(cells.filter(({ mode }) => mode === 'single-thread').map(({ id }) => id));
  return completed(trials).flatMap((trial) => {
    if (!alone.has(trial.cell)) return [];
    const cpuShare = sum(trial.cpuNs) / sum(trial.samplesNs);
    return cpuShare < CPU_LIMIT ? [{ kind: 'contended' as const, cell: trial.cell, cpuShare }] : [];
  });
}

function completed(trials: readonly Trial[]): readonly CompletedTrial[] {
  return trials.filter((trial): trial is CompletedTrial => trial.status === 'ok');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
