import { BASE_MODE } from '@crossover/model';
import { interval, meanOf, ratioOf } from '@crossover/statistics';
import { blockRatios } from './block-ratios.ts';
import { capacityIn } from './capacity.ts';
import { lossOf } from './scaling-loss.ts';
import { fittedLaws } from './scaling-laws.ts';
import { serialShares } from './serial-share.ts';
import type { CellTrials } from './cell-trials.ts';
import type { Evidence } from './evidence.ts';
import type { KernelTrials } from './kernel-trials.ts';
import type { Estimate, Fingerprint, Noise, RunRecord, ScalingPoint, ScalingResult } from '@crossover/model';

/**
 * How time falls with the number of workers, for each kernel, lane and mode that was measured with several; undefined where
 * none was.
 */
export function scalings(
  { kernels, noise }: Evidence,
  { cores }: Pick<Fingerprint, 'cores'>,
  records: readonly RunRecord[],
): readonly ScalingResult[] | undefined {
  const found = kernels.flatMap((kernel) =>
    familiesIn(kernel).flatMap((family) => scalingOf(kernel, family, noise, cores, records) ?? []),
  );
  return found.length === 0 ? undefined : found;
}

/** Cells that differ in nothing but the number of workers. Threads divided among processes have two numbers. */
function familiesIn({ cells }: KernelTrials): readonly (readonly CellTrials[])[] {
  const counted = cells.filter(({ cell }) => cell.mode !== BASE_MODE && cell.processes === undefined);
  const families = Map.groupBy(counted, ({ cell }) => [cell.lane, cell.mode, cell.placement].join(' '));
  return [...families.values()].map((family) =>
    family
      .filter(({ completed }) => completed[0].size > 0)
      .toSorted((a, b) => a.cell.workers - b.cell.workers),
  );
}

function scalingOf(
  kernel: KernelTrials,
  family: readonly CellTrials[],
  noise: Noise,
  cores: number,
  records: readonly RunRecord[],
): ScalingResult | undefined {
  const [first] = family;
  if (first === undefined || family.length < 2) return undefined;
  const { lane, mode, placement } = first.cell;
  const single = kernel.cells.find(({ cell }) => cell.lane === lane && cell.mode === BASE_MODE);
  const one = first.cell.workers === 1 ? first : undefined;
  const basis = one ?? single;
  if (basis === undefined || basis.completed[0].size === 0) return undefined;
  const points = family.map((trials): ScalingPoint => {
    const { workers, oversubscribed } = trials.cell;
    const absolute = single && speedUp(single, trials, noise);
    const relative = one && speedUp(one, trials, noise);
    const told =
      workers > 1
        ? withLosses({ kernel, basis, trials, noise, capacity: capacityIn(kernel, workers, records) })
        : {};
    return {
      cell: trials.cell.id,
      workers,
      ...(oversubscribed && { oversubscribed }),
      ...(absolute && { absolute }),
      ...(relative && { relative, efficiency: scaled(relative, 1 / workers) }),
      ...told,
    };
  });
  return {
    kernel: kernel.planned.kernel,
    workload: kernel.planned.workload,
    lane,
    mode,
    ...(placement !== undefined && { placement }),
    basis: one === undefined ? 'single-thread' : 'one-worker',
    points,
    ...fittedLaws(basis, family, cores, noise),
  };
}

interface Division {
  readonly kernel: KernelTrials;
  readonly basis: CellTrials;
  readonly trials: CellTrials;
  readonly noise: Noise;
  /** By block. */
  readonly capacity: ReadonlyMap<number, number>;
}

/** What dividing the work lost, as far as blocks tell: a share of a single block has no interval, and is left out. */
function withLosses({ basis, trials, noise, capacity }: Division): Partial<ScalingPoint> {
  const ratios = blockRatios(basis, trials);
  const { serial, onCapacity } = serialShares(ratios, trials.cell.workers, capacity);
  const shown = (values: readonly number[]): Estimate | undefined => {
    if (values.length < 2) return undefined;
    const mean = meanOf(values);
    return { estimate: mean.mean, ...interval(mean, noise) };
  };
  const [raw, corrected] = [shown(serial), shown(onCapacity.map(({ share }) => share))];
  const effective = corrected && meanOf(onCapacity.map((one) => one.effective)).mean;
  const loss = lossOf(basis, trials, noise);
  return {
    ...(raw && { serial: raw }),
    ...(corrected && effective !== undefined && { onCapacity: { effective, serial: corrected } }),
    ...(loss && { loss }),
  };
}

function speedUp(basis: CellTrials, subject: CellTrials, noise: Noise): Estimate | undefined {
  const logs = [...blockRatios(basis, subject).values()].map(Math.log);
  return logs.length === 0 ? undefined : ratioOf(meanOf(logs), noise);
}

function scaled({ estimate, low, high }: Estimate, factor: number): Estimate {
  return { estimate: estimate * factor, low: low * factor, high: high * factor };
}
