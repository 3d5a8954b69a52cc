import { isStandard, placeOf } from '@crossover/model';
import { median } from '@crossover/statistics';
import type { Bill, BillRow, KernelResult, LaneId, MeasuredCell, Result, SourceBill } from '@crossover/model';
import { OPERATION_PHASES } from '@crossover/model';

/** How much code a lane's source of a kernel is; undefined where it has none. */
export type SourceSizeOf = (
  kernel: string,
  lane: LaneId,
) => Pick<SourceBill, 'lines' | 'gzipBytes'> | undefined;

const MEBIBYTE = 2 ** 20;

/** With less input than this, what a message costs whatever it carries hides what its bytes cost. */
const LEAST_INPUT_BYTES = 2 ** 16;

/**
 * What each lane costs at each place besides time of operations, from the cells of a result. The middle over kernels is a
 * median: what a single kernel loads or sends must not speak for all.
 */
export function billOf(
  { cells, kernels }: Pick<Result, 'cells' | 'kernels'>,
  sourceSizeOf?: SourceSizeOf,
): Bill | undefined {
  const measured = cells.filter((cell) => cell.status === 'ok');
  if (measured.length === 0) return undefined;
  const groups = Map.groupBy(measured, (cell) => `${cell.lane}/${placeOf(cell)}`);
  const rows = [...groups.values()].map((group) => rowOf(group, kernels));
  const sources = sourceSizeOf && sourcesOf(measured, sourceSizeOf);
  return { rows, ...(sources && { sources }) };
}

function rowOf(cells: readonly MeasuredCell[], kernels: readonly KernelResult[]): BillRow {
  const { lane, mode, workers, processes, placement, id } = cells[0]!;
  const middle = (valueOf: (cell: MeasuredCell) => number): number => median(cells.map(valueOf));
  const perMib = cells.flatMap((cell) => transportPerMib(cell, kernels));
  return {
    lane,
    place: placeOf({ id, lane }),
    mode,
    workers,
    ...(processes !== undefined && { processes }),
    ...(placement !== undefined && { placement }),
    cells: cells.length,
    startNs: middle(({ phasesNs }) => phasesNs.spawn + phasesNs.load),
    peakRssBytes: middle(({ peakRssBytes }) => peakRssBytes),
    transportShare: middle(transportShare),
    ...(perMib.length > 0 && { transportNsPerMib: median(perMib) }),
  };
}

function transportShare({ phasesNs }: MeasuredCell): number {
  const whole = OPERATION_PHASES.reduce((sum, phase) => sum + phasesNs[phase], 0);
  return whole > 0 ? phasesNs.transport / whole : 0;
}

/** Only where messages are sent, and input is what they carry: a tuned placement may have none. */
function transportPerMib(cell: MeasuredCell, kernels: readonly KernelResult[]): readonly number[] {
  const of = kernels.find(({ kernel, workload }) => kernel === cell.kernel && workload === cell.workload);
  const perMib = transportNsPerMib(cell.phasesNs.transport, of?.inputBytes);
  return perMib === undefined ? [] : [perMib];
}

/** Time of messages for each MiB of input; undefined where nothing is sent, or too little to tell. */
export function transportNsPerMib(transportNs: number, inputBytes = 0): number | undefined {
  return transportNs > 0 && inputBytes >= LEAST_INPUT_BYTES
    ? (transportNs * MEBIBYTE) / inputBytes
    : undefined;
}

function sourcesOf(cells: readonly MeasuredCell[], sourceSizeOf: SourceSizeOf): readonly SourceBill[] {
  const kernelsByLane = Map.groupBy(
    cells.filter((cell) => isStandard(cell)),
    ({ lane }) => lane,
  );
  return [...kernelsByLane].flatMap(([lane, group]): readonly SourceBill[] => {
    const sizes = [...new Set(group.map(({ kernel }) => kernel))].flatMap(
      (kernel) => sourceSizeOf(kernel, lane) ?? [],
    );
    const sum = (valueOf: (size: (typeof sizes)[number]) => number): number =>
      sizes.reduce((total, size) => total + valueOf(size), 0);
    if (sizes.length === 0) return [];
    return [
      {
        lane,
        kernels: sizes.length,
        lines: sum(({ lines }) => lines),
        gzipBytes: sum(({ gzipBytes }) => gzipBytes),
      },
    ];
  });
}
