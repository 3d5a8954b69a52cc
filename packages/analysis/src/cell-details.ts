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
  Result,
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
  const [details] = detailsOf(run, analyse(run), (cell) => cell === id);
  if (details !== undefined) return details;
  throw new CrossoverError({ code: 'usage', message: `the run does not hold the cell ${id}` });
}

/**
 * The same of every cell of a run, in the order of its result.
 * @param result of the same run
 */
export function everyCellDetails(
  run: MeasuredRun,
  result: Pick<Result, 'cells' | 'kernels' | 'comparisons'>,
): readonly CellDetails[] {
  return detailsOf(run, result, () => true);
}

function detailsOf(
  { head, plan, records }: MeasuredRun,
  result: Pick<Result, 'cells' | 'kernels' | 'comparisons'>,
  isAskedFor: (cell: string) => boolean,
): readonly CellDetails[] {
  const cells = new Map(result.cells.map((cell) => [cell.id, cell]));
  const comparisons = Map.groupBy(result.comparisons, ({ subject }) => subject);
  const trialsOf = Map.groupBy(records.filter(isTrial), ({ cell }) => cell);
  const calibrations = new Map(records.filter(isCalibration).map((record) => [record.cell, record]));
  return groupTrials(plan.kernels, records).flatMap((kernel) => {
    const { planned, base } = kernel;
    const kernelResult = result.kernels.find(
      (candidate) => candidate.kernel === planned.kernel && candidate.workload === planned.workload,
    );
    const disturbances = disturbancesByBlock(kernel, records);
    return kernel.cells.flatMap((trials): readonly CellDetails[] => {
      const { id } = trials.cell;
      const cell = cells.get(id);
      if (cell === undefined || kernelResult === undefined || !isAskedFor(id)) return [];
      const own = comparisons.get(id) ?? [];
      const comparison = own.find((one) => one.base === base?.cell.id);
      const overOwn = own.find(
        (one) => cell.placement !== undefined && id === `${one.base}/${cell.placement}`,
      );
      const calibration = calibrations.get(id);
      return [
        {
          createdAt: head.createdAt,
          fingerprint: head.fingerprint,
          kernel: kernelResult,
          cell,
          isBase: cell.lane === BASE_LANE && cell.mode === BASE_MODE,
          ...(comparison && { comparison }),
          ...(overOwn && { overOwn }),
          ...(calibration && { calibration }),
          warmUp: plan.settings.warmUp,
          trials: trialDetails(kernel, trials, trialsOf.get(id) ?? [], disturbances),
        },
      ];
    });
  });
}

function isTrial(record: RunRecord): record is Trial {
  return record.kind === 'trial';
}

function isCalibration(record: RunRecord): record is Calibration {
  return record.kind === 'calibration';
}

function trialDetails(
  kernel: KernelTrials,
  { completed }: CellTrials,
  trials: readonly Trial[],
  disturbances: ReadonlyMap<number, readonly Disturbance[]>,
): readonly TrialDetails[] {
  const lastTurns = new Map(trials.map((trial) => [`${trial.twin}/${trial.block}`, trial]));
  return trials.map((trial) => withSpreads(trial, disturbances.get(trial.block) ?? [], leftOutBy(trial)));

  function leftOutBy(trial: Trial): LeftOut | undefined {
    if (kernel.setAside.has(trial.block)) return 'block-replaced';
    if (lastTurns.get(`${trial.twin}/${trial.block}`) !== trial) return 'taken-again';
    if (completed[trial.twin].get(trial.block) !== trial) return 'failed';
    return trial.twin === 1 ? 'twin' : undefined;
  }
}

function withSpreads(
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
