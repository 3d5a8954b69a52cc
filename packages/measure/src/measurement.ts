import { tuningOf } from '@crossover/model';
import { CapacityProbe } from './capacity/capacity-probe.ts';
import { Deadline } from './deadline.ts';
import { measureFloors } from './floors.ts';
import { KernelMeasurement } from './kernel-measurement.ts';
import { measurePeaks } from './peaks.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { Ending } from './kernel-measurement.ts';

import type {
  BlockRecord,
  Calibration,
  Floor,
  OpenQuestion,
  Peaks,
  Plan,
  PlannedCell,
  PlannedKernel,
  RunRecord,
  Trial,
  Turn,
} from '@crossover/model';

/** In how many processes each floor is measured: three tell how much they differ. */
const FLOOR_PROCESSES = 3;

/** What a measurement tells while it goes on. */
export type MeasureEvent =
  | { readonly kind: 'floor-measured'; readonly floor: Floor }
  | { readonly kind: 'peaks-started' }
  | { readonly kind: 'peaks-measured'; readonly peaks: Peaks }
  /** `blocks` were measured of it already, by an earlier session or in an earlier round. */
  | { readonly kind: 'kernel-started'; readonly kernel: PlannedKernel; readonly blocks: number }
  | { readonly kind: 'calibrated'; readonly calibration: Calibration }
  /** It starts its workers and warms up. */
  | { readonly kind: 'trial-started'; readonly turn: Turn }
  /** Trials take samples by turns, `round` counting from 0. */
  | { readonly kind: 'round-started'; readonly round: number; readonly rounds: number }
  | { readonly kind: 'trial-finished'; readonly trial: Trial }
  | {
      readonly kind: 'block-finished';
      readonly kernel: PlannedKernel;
      readonly block: BlockRecord;
      readonly open: readonly OpenQuestion[];
    }
  | {
      readonly kind: 'kernel-finished';
      readonly kernel: PlannedKernel;
      readonly blocks: number;
      readonly ending: Ending;
    };

export interface MeasureOptions {
  readonly signal: AbortSignal;
  /** What an earlier session measured; it is not measured again. */
  readonly earlier: readonly RunRecord[];
  /** Keeps a record. Called as soon as there is one. */
  readonly record: (record: RunRecord) => void;
  readonly tell: (event: MeasureEvent) => void;
  /** What more blocks of a kernel could still settle, judged from the records kept so far. */
  readonly openQuestions: (kernel: PlannedKernel) => readonly OpenQuestion[];
  /** Present where nobody wants to know what places cost by themselves, or what the machine can do at most. */
  readonly withoutFloors?: true;
  /** Cores that this process may use. */
  readonly cores: number;
  /**
   * What a cell computes where that is not its kernel's work: for a comparison that no plan can hold, of one cell at
   * two sizes. Called often; cells that are to be calibrated in one process get the same object.
   */
  readonly workOf?: (cell: PlannedCell, work: HostWork) => HostWork;
}

/**
 * Measures a plan: first the floors of its places and the peaks of the machine, then kernel by kernel and block by
 * block. A kernel is finished when, at one of the looks that were set beforehand, nothing about it is open. Where there is a budget, each kernel gets an equal share of what is left,
 * and what is left in the end goes to the kernels about which something is still open.
 * A failed trial is recorded, and the others go on.
 * @throws CrossoverError `interrupted` when the signal was given; everything recorded so far stays.
 */
export async function measure(plan: Plan, options: MeasureOptions): Promise<void> {
  const deadline = new Deadline(plan.settings.budgetNs);
  const measurements = plan.kernels.map((kernel) => new KernelMeasurement(kernel, plan.settings, options));
  if (options.withoutFloors === undefined) {
    await floors(plan, options);
    await peaks(plan, options);
  }
  const probe = await capacityProbe(plan);
  try {
    for (const [index, measurement] of measurements.entries()) {
      await measurement.run(deadline.share(measurements.length - index), probe);
    }
    for (let next = mostOpen(measurements, deadline); next !== undefined;) {
      await next.run(deadline, probe, 'next-look');
      next = mostOpen(measurements, deadline);
    }
  } finally {
    await probe?.close();
  }
}

/** Those that no earlier session has measured: they are of the machine as it was when the run began. */
async function floors({ kernels, settings }: Plan, options: MeasureOptions): Promise<void> {
  const { signal, earlier, record, tell } = options;
  const known = earlier.flatMap((one) => (one.kind === 'floor' ? one.place : []));
  await measureFloors(kernels, {
    signal,
    tuning: tuningOf(settings),
    known,
    processes: FLOOR_PROCESSES,
    keep: (floor) => {
      record(floor);
      tell({ kind: 'floor-measured', floor });
    },
  });
}

/** Once per run, like the floors. */
async function peaks(
  { kernels }: Plan,
  { signal, earlier, record, tell, cores }: MeasureOptions,
): Promise<void> {
  if (earlier.some(({ kind }) => kind === 'peaks')) return;
  tell({ kind: 'peaks-started' });
  const measured = await measurePeaks(kernels, cores, signal);
  record({ kind: 'peaks', ...measured });
  tell({ kind: 'peaks-measured', peaks: measured });
}

/** Of the kernels that may get more blocks and for which there is time, the one that has had the fewest. */
function mostOpen(
  measurements: readonly KernelMeasurement[],
  deadline: Deadline,
): KernelMeasurement | undefined {
  return measurements
    .filter((measurement) => measurement.open && measurement.fits(deadline))
    .toSorted((a, b) => a.blocks - b.blocks)
    .at(0);
}

/** With as many threads as the cells use; undefined where threads cannot be had, and then nothing is known. */
async function capacityProbe({ kernels }: Plan): Promise<CapacityProbe | undefined> {
  const threads = new Set(kernels.flatMap(({ cells }) => cells.map(({ workers }) => workers)));
  return await CapacityProbe.start([...threads].toSorted((a, b) => a - b)).catch(() => undefined);
}
