import { loadKernel } from '@crossover/kernels';
import { BASE_LANE, failureOf, placeOf } from '@crossover/model';
import { askHost } from './host/host-process.ts';
import type { Answer } from './host/host-process.ts';
import type { HostWork } from './host/host-protocol.ts';
import type { Floor, FloorRecord, Place, PlannedCell, PlannedKernel, Tuning } from '@crossover/model';

/** Time for the empty regions of all floors together, half of it to warm up; starting their processes comes on top. */
const REGIONS_NS = 600e6;

/** Time for those of one, at most. */
const MOST_NS = 150e6;

/** Starting takes a moment, regions as long as said: what takes longer hangs. */
const LIMIT_MS = 60_000;

export interface FloorOptions {
  readonly signal: AbortSignal;
  readonly tuning: Tuning;
  /** Places whose floors are known, each as often as it was measured. */
  readonly known: readonly string[];
  /** In how many processes each is measured. */
  readonly processes: number;
  /** Called for each floor as soon as it is measured. */
  readonly keep: (floor: FloorRecord) => void;
}

/**
 * Measures the floor of every place in which there are cells that this machine offers, in fresh processes as trials are,
 * one place after the other and then again. One that cannot be measured is kept as a failure.
 * @throws CrossoverError `interrupted` when the signal was given.
 */
export async function measureFloors(
  kernels: readonly Pick<PlannedKernel, 'kernel' | 'cells'>[],
  { signal, tuning, known, processes, keep }: FloorOptions,
): Promise<void> {
  const places = [...cellsByPlace(kernels)];
  const rounds = Array.from({ length: processes }, (_, round) =>
    places.filter(([place]) => known.filter((one) => one === place).length <= round),
  );
  const turns = rounds.flat();
  const eachNs = Math.min(MOST_NS, REGIONS_NS / turns.length) / 2;
  for (const [name, cell] of turns) {
    const place = placeIn(name, cell);
    const floor = await floorOf(place, cell, { signal, tuning, eachNs }).catch((error: unknown): Floor => {
      const failure = failureOf(error);
      if (failure.code === 'interrupted') throw error;
      return { status: 'failed', ...place, failure };
    });
    keep({ kind: 'floor', ...floor });
  }
}

/** A cell of each place: in the base lane if possible, as no place costs more in another one but by what it loads. */
export function cellsByPlace(
  kernels: readonly Pick<PlannedKernel, 'cells'>[],
): ReadonlyMap<string, PlannedCell> {
  const offered = kernels.flatMap(({ cells }) =>
    cells.filter(({ unavailable }) => unavailable === undefined),
  );
  const byPlace = Map.groupBy(offered, placeOf);
  return new Map(
    [...byPlace].map(([place, cells]) => [place, cells.find(({ lane }) => lane === BASE_LANE) ?? cells[0]!]),
  );
}

function placeIn(place: string, { mode, workers, processes, placement }: PlannedCell): Place {
  return {
    place,
    mode,
    workers,
    ...(processes !== undefined && { processes }),
    ...(placement !== undefined && { placement }),
  };
}

async function floorOf(
  place: Place,
  cell: PlannedCell,
  { signal, tuning, eachNs }: Pick<FloorOptions, 'signal' | 'tuning'> & { readonly eachNs: number },
): Promise<Floor> {
  let answer: Answer | undefined;
  await askHost(
    { kind: 'floor', work: await smallestWork(cell), cell, tuning, eachNs },
    { signal, timeLimitMs: LIMIT_MS, onReply: (reply) => (answer = reply) },
  );
  if (answer?.kind === 'failed') throw Object.assign(new Error(answer.failure.message), answer);
  if (answer?.kind !== 'floor') throw new TypeError(`a floor was answered by ${answer?.kind ?? 'nothing'}`);
  const { kind: _, ...measured } = answer;
  return { status: 'ok', ...place, lane: cell.lane, ...measured };
}

/** The smallest work that a kernel has: nothing of it is computed, and little has to be loaded. */
async function smallestWork({ kernel }: PlannedCell): Promise<HostWork> {
  const { parameters, seed } = (await loadKernel(kernel)).workloads.smoke;
  return { kernel, parameters, inputSeed: seed };
}
