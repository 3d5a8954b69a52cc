import { isPlain } from '@crossover/model';
import type { Cell, LaneId, ModeId, PlacementId } from '@crossover/model';

/** Cells that a claim is about, on whatever kernel and machine. */
export interface CellPattern {
  readonly lane: LaneChoice;
  readonly mode: ModeId;
  /** Any number where absent. */
  readonly workers?: WorkerChoice;
  /** A tuned placement; the mode's own where absent. */
  readonly placement?: PlacementId;
}

/** A lane by its name, or by how much code it is among the plain lanes measured in the pattern's mode. */
export type LaneChoice =
  | { readonly kind: 'named'; readonly lane: LaneId }
  | { readonly kind: 'smallest-source' }
  | { readonly kind: 'larger-sources' };

/**
 * How many workers.
 * - `cores`: as many as the machine has cores;
 * - `other`: any other number;
 * - `divided`: in all as many as there are cores, divided among processes as threads.
 */
export type WorkerChoice = 'cores' | 'other' | 'divided';

/** Bytes that gzip makes of a lane's source of a kernel; undefined where it has none. */
export type SourceBytes = (kernel: string, lane: LaneId) => number | undefined;

/** What decides which cells a pattern means. */
export interface Surroundings {
  readonly cores: number;
  readonly sourceBytes: SourceBytes;
}

/**
 * The cells that a pattern means, in their order.
 * @param cells those of one kernel with one workload
 */
export function matchingCells<One extends { readonly cell: Cell }>(
  pattern: CellPattern,
  cells: readonly One[],
  { cores, sourceBytes }: Surroundings,
): readonly One[] {
  const placed = cells.filter(({ cell }) => isPlaced(cell, pattern, cores));
  const { lane } = pattern;
  if (lane.kind === 'named') return placed.filter(({ cell }) => cell.lane === lane.lane);
  const sized = placed.flatMap((one) => {
    const bytes = isPlain(one.cell.lane) ? sourceBytes(one.cell.kernel, one.cell.lane) : undefined;
    return bytes === undefined ? [] : [{ one, bytes }];
  });
  const [smallest, ...larger] = sized.toSorted((a, b) => a.bytes - b.bytes).map(({ one }) => one);
  if (smallest === undefined) return [];
  return lane.kind === 'smallest-source' ? [smallest] : larger;
}

function isPlaced(cell: Cell, { mode, workers, placement }: CellPattern, cores: number): boolean {
  return cell.mode === mode && cell.placement === placement && isCounted(cell, workers, cores);
}

function isCounted(cell: Cell, choice: WorkerChoice | undefined, cores: number): boolean {
  switch (choice) {
    case 'cores':
      return cell.workers === cores;
    case 'other':
      return cell.workers !== cores;
    case 'divided':
      return cell.workers === cores && cell.processes !== undefined;
    case undefined:
      return true;
  }
}

/** A pattern in words: `rust in processes, one worker per core`. */
export function patternText({ lane, mode, workers, placement }: CellPattern): string {
  return `${laneText(lane)} in ${mode}${placement === undefined ? '' : `/${placement}`}${countText(workers)}`;
}

function countText(choice: WorkerChoice | undefined): string {
  switch (choice) {
    case 'cores':
      return ', one worker per core';
    case 'other':
      return ' with another number of workers than cores';
    case 'divided':
      return ', a thread per core in all';
    case undefined:
      return '';
  }
}

function laneText(lane: LaneChoice): string {
  switch (lane.kind) {
    case 'named':
      return lane.lane;
    case 'smallest-source':
      return 'the lane with the smallest source';
    case 'larger-sources':
      return 'a second plain lane';
  }
}
