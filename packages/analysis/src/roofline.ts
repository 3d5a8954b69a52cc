import { isPlain, placeOf } from '@crossover/model';
import { roofFor } from './roof.ts';
import { peaksOf } from './peaks.ts';
import type { MeasuredRun } from './measured-run.ts';
import type { RoofFor } from './roof.ts';
import type {
  CellResult,
  Estimate,
  MeasuredCell,
  PlannedKernel,
  PlannedWork,
  Roofline,
  RooflinePoint,
} from '@crossover/model';

/** Work of which a plan says nothing. */
const UNTOLD: PlannedWork = { kind: 'not-counted', reason: 'the run was planned before work was counted' };

const NS_PER_SECOND = 1e9;

/**
 * How near each measured cell comes to what the machine can do. Undefined in runs of before peaks were measured.
 */
export function rooflineOf(run: MeasuredRun, cells: readonly CellResult[]): Roofline | undefined {
  const peaks = peaksOf(run.records);
  if (peaks === undefined) return undefined;
  const { kernels } = run.plan;
  const works = kernels.map(({ kernel, workload, workCount = UNTOLD }) => ({
    kernel,
    workload,
    ...workCount,
  }));
  if (peaks.status !== 'ok') return { peaks, kernels: works, points: [] };
  const roofs = roofFor(peaks, run.head.fingerprint.cores);
  const points = kernels.flatMap((planned) => pointsOf(planned, cells, roofs));
  return { peaks, kernels: works, points };
}

function pointsOf(
  { kernel, workload, workCount }: PlannedKernel,
  cells: readonly CellResult[],
  roofs: RoofFor,
): readonly RooflinePoint[] {
  if (workCount?.kind !== 'counted') return [];
  const own = cells.filter((cell) => cell.kernel === kernel && cell.workload === workload);
  return own.flatMap((cell) => (cell.status === 'ok' ? (pointOf(cell, workCount, roofs) ?? []) : []));
}

function pointOf(
  cell: MeasuredCell,
  work: Extract<PlannedWork, { readonly kind: 'counted' }>,
  roofs: RoofFor,
): RooflinePoint | undefined {
  const found = roofs(work, cell.workers);
  if (found === undefined) return undefined;
  const { threads, roof, attainablePerSecond, scalarPerSecond } = found;
  const achievedPerSecond = rateOf(work.arithmetic, cell.wallNs);
  return {
    kernel: cell.kernel,
    workload: cell.workload,
    lane: cell.lane,
    cell: cell.id,
    place: placeOf(cell),
    threads,
    intensity: work.arithmetic / work.bytes,
    achievedPerSecond,
    attainablePerSecond,
    roof,
    share: divided(achievedPerSecond, attainablePerSecond),
    ...(scalarPerSecond !== undefined &&
      isPlain(cell.lane) && { shareOfScalar: divided(achievedPerSecond, scalarPerSecond) }),
  };
}

/** So many per operation as a rate per second. Where a time has no upper end, its rate has 0 as its lower one. */
function rateOf(count: number, { estimate, low, high }: Estimate): Estimate {
  const rate = (ns: number): number =>
    ns > 0 ? Math.min(Number.MAX_VALUE, (count / ns) * NS_PER_SECOND) : Number.MAX_VALUE;
  return { estimate: rate(estimate), low: rate(high), high: rate(low) };
}

function divided({ estimate, low, high }: Estimate, by: number): Estimate {
  return { estimate: estimate / by, low: low / by, high: high === Number.MAX_VALUE ? high : high / by };
}
