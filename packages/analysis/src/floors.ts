import { placeOf } from '@crossover/model';
import type { CellResult, Floor, MeasuredFloor, RunRecord } from '@crossover/model';

/**
 * The floors of a run, one for each place, in the order in which they were measured. Of the several processes that each
 * was measured in, the one with the middle time stands for all. Undefined in runs of before there were any.
 */
export function floorsOf(records: readonly RunRecord[]): readonly Floor[] | undefined {
  const kept = records.filter((record) => record.kind === 'floor');
  if (kept.length === 0) return undefined;
  return [...Map.groupBy(kept, ({ place }) => place).values()].map((group): Floor => {
    const { kind: _, ...floor } = middleOf(group.filter((one) => one.status === 'ok')) ?? group[0]!;
    return floor;
  });
}

function middleOf<One extends MeasuredFloor>(floors: readonly One[]): One | undefined {
  return floors.toSorted((a, b) => a.emptyNs - b.emptyNs)[(floors.length - 1) >> 1];
}

/** A cell with the share of its operation that the floor of its place takes, where both are known. */
export function withFloorShare(cell: CellResult, floors: readonly Floor[] = []): CellResult {
  if (cell.status !== 'ok') return cell;
  const floor = floors.find(({ place }) => place === placeOf(cell));
  if (floor?.status !== 'ok') return cell;
  return { ...cell, floorShare: floor.emptyNs / cell.wallNs.estimate };
}
