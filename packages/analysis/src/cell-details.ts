import { BASE_LANE, BASE_MODE, CrossoverError } from '@crossover/model';
import { median } from '@crossover/statistics';
import { analyse } from './analyse.ts';
import { groupTrials } from './kernel-trials.ts';
import type { CellTrials } from './cell-trials.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { MeasuredRun } from './measured-run.ts';
import type {
  BlockRecord,
  Calibration,
  CellDetails,
  Disturbance,
  LeftOut,
  RunRecord,
  Spread,
  Trial,
  TrialDetails,
} from '@crossover/model';

/**
 * All that a run holds about one of its cells. A pure function, as `analyse` is, on whose result it draws.
 * @throws CrossoverError `usage` when the plan of the run has no such cell.
 */
export function cellDetails(run: MeasuredRun, id: string): CellDetails {
  const { head, plan, records } = run;
  const kernel = groupTrials(plan.kernels, records).find(({ cells }) =>
    cells.some(({ cell }) => cell.id === id),
  );
  const trials = kernel?.cells.find(({ cell }) => cell.id === id);
  const result = analyse(run);
  const cell = result.cells.find((candidate) => candidate.id === id);
  const kernelResult = result.kernels.find(
    (candidate) => candidate.kernel === cell?.kernel && candidate.workload === cell.workload,
  );
  if (kernel === undefined || trials === undefined || cell === undefined || kernelResult === undefined) {
    throw new CrossoverError({ code: 'usage', message: `the run does not hold the cell ${id}` });
  }
  const base = kernel.base?.cell.id;
  const comparison = result.comparisons.find((one) => one.subject === id && one.base === base);
  const overOwn = result.comparisons.find(
    (one) => cell.placement !== undefined && one.subject === id && id === `${one.base}/${cell.placement}`,
  );
  const calibration = records.findLast(
    (record): record is Calibration => record.kind === 'calibration' && record.cell === id,
  );
  return {
    createdAt: head.createdAt,
    fingerprint: head.fingerprint,
    kernel: kernelResult,
    cell,
    isBase: cell.lane === BASE_LANE && cell.mode === BASE_MODE,
    ...(comparison && { comparison }),
    ...(overOwn && { overOwn }),
    ...(calibration && { calibration }),
    warmUp: plan.settings.warmUp,
    trials: trialDetails(kernel, trials, records),
  };
}

function trialDetails(
  kernel: KernelTrials,
  { cell, completed }: CellTrials,
  records: readonly RunRecord[],
): readonly TrialDetails[] {
  const disturbances = disturbancesByBlock(kernel, records);
  const trials = records.filter(
    (record): record is Trial => record.kind === 'trial' && record.cell === cell.id,
  );
  const lastTurns = new Map(trials.map((trial) => [`${trial.twin}/${trial.block}`, trial]));
  return trials.map((trial) => detailsOf(trial, disturbances.get(trial.block) ?? [], leftOutBy(trial)));

  function leftOutBy(trial: Trial): LeftOut | undefined {
    if (kernel.setAside.has(trial.block)) return 'block-replaced';
    if (lastTurns.get(`${trial.twin}/${trial.block}`) !== trial) return 'taken-again';
    if (completed[trial.twin].get(trial.block) !== trial) return 'failed';
    return trial.twin === 1 ? 'twin' : undefined;
  }
}

function detailsOf(
  trial: Trial,
  disturbances: readonly Disturbance[],
  leftOut: LeftOut | undefined,
): TrialDetails {
  const block = { disturbances, ...(leftOut && { leftOut }) };
  if (trial.status === 'failed') return { kind: 'failed', trial, ...block };
  const wallNs = spreadOf(trial.samplesNs);
  const warmUpNs = spreadOf(trial.warmupNs);
  return { kind: 'measured', trial, ...(wallNs && { wallNs }), ...(warmUpNs && { warmUpNs }), ...block };
}

/** A block may have been measured in parts, each with what disturbed it. */
function disturbancesByBlock(
  { planned }: KernelTrials,
  records: readonly RunRecord[],
): ReadonlyMap<number, readonly Disturbance[]> {
  const blocks = records.filter(
    (record): record is BlockRecord =>
      record.kind === 'block' && record.kernel === planned.kernel && record.workload === planned.workload,
  );
  const grouped = Map.groupBy(blocks, ({ block }) => block);
  return new Map(
    [...grouped].map(([block, parts]) => [block, parts.flatMap(({ disturbances }) => disturbances)]),
  );
}

function spreadOf(times: readonly number[]): Spread | undefined {
  if (times.length === 0) return undefined;
  const ends = times.reduce(
    ({ lowest, highest }, time) => ({
      lowest: Math.min(lowest, time),
      highest: Math.max(highest, time),
    }),
    { lowest: Number.POSITIVE_INFINITY, highest: 0 },
  );
  return { ...ends, median: median(times) };
}
