import { UNBOUNDED, TRIAL_PHASES } from '@crossover/model';
import { geometricMean, interval, meanOf, modesOf } from '@crossover/statistics';
import { cpuOf, wallOf } from './cell-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type {
  Cell,
  CellResult,
  CompletedTrial,
  Estimate,
  MeasuredCell,
  PassResult,
  PlannedPass,
  TimeMode,
  TrialPhase,
} from '@crossover/model';

/**
 * What became of a cell.
 * Failed: it gave a wrong answer, or no trial of it went through. A cell that lost only some of its trials keeps the
 * others and says how many were lost. Unavailable: the plan says why, or its turn has not come yet.
 */
export function cellResult(
  { cell: planned, completed, failures }: CellTrials,
  passes: readonly PlannedPass[] = [],
): CellResult {
  const { unavailable, ...cell } = planned;
  const trials = [...completed[0].values()];
  const [failure] = failures;
  const [first] = trials;
  if (first !== undefined) {
    const passesNs = passResults(passes, trials);
    const result = measured(cell, first, trials, failures.length);
    return passesNs.length === 0 ? result : { ...result, passesNs };
  }
  if (failure !== undefined) return { ...cell, status: 'failed', reason: failure.message, failure };
  if (unavailable !== undefined) return { ...cell, status: 'unavailable', ...unavailable };
  return {
    ...cell,
    status: 'unavailable',
    reason: 'not measured yet',
    remedy: '`crossover run --resume DIR` measures what is missing',
  };
}

function measured(
  cell: Cell,
  first: CompletedTrial,
  trials: readonly CompletedTrial[],
  failedTrials: number,
): MeasuredCell {
  const times = trials.map(wallOf);
  const modes = modesIn(times);
  return {
    ...cell,
    status: 'ok',
    digest: first.digest,
    trials: trials.length,
    unsteadyTrials: trials.filter(({ steady }) => !steady).length,
    failedTrials,
    wallNs: geometricMean(times),
    cpuNs: typicalTime(trials.map(cpuOf)),
    peakRssBytes: trials.reduce((peak, { peakRssBytes }) => Math.max(peak, peakRssBytes), 0),
    ...(modes.length > 1 && { modes }),
    phasesNs: meanPhases(trials),
  };
}

function modesIn(times: readonly number[]): readonly TimeMode[] {
  return modesOf(times).map(({ median, share }) => ({ medianNs: median, share }));
}

/** Each pass, from the trials that timed it; none where no trial did. */
function passResults(
  passes: readonly PlannedPass[],
  trials: readonly CompletedTrial[],
): readonly PassResult[] {
  return passes.flatMap((pass, index) => {
    const times = trials.flatMap(({ passesNs }) => passesNs?.[index] ?? []);
    return times.length === 0 ? [] : [{ ...pass, ...typicalTime(times) }];
  });
}

/** As for wall time; but a zero has no logarithm, and then the arithmetic mean has to do. */
function typicalTime(times: readonly number[]): Estimate {
  if (times.every((time) => time > 0)) return geometricMean(times);
  const mean = meanOf(times);
  const { low, high } = interval(mean);
  return { estimate: mean.mean, low: Math.max(0, low), high: Math.min(UNBOUNDED, high) };
}

function meanPhases(trials: readonly CompletedTrial[]): Readonly<Record<TrialPhase, number>> {
  const means = TRIAL_PHASES.map((phase) => [
    phase,
    meanOf(trials.map(({ phasesNs }) => phasesNs[phase])).mean,
  ]);
  return Object.fromEntries(means) as Record<TrialPhase, number>;
}
