import { expect, test } from 'vitest';
import { fourCells, syntheticRun } from '../fixtures/synthetic-run.ts';
import { analyse } from './analyse.ts';
import { floorsOf, withFloorShare } from './floors.ts';
import type { FloorRecord } from '@crossover/model';

const run = syntheticRun([{ kernel: 'k', cells: fourCells(100, 50, 52, 27) }], { blocks: 3 });
const place = 'worker-threads-2';

function floor(emptyNs: number, where: string = place): FloorRecord {
  const facts = { mode: 'worker-threads', workers: 2, lane: 'typescript', waitPolicy: 'park' } as const;
  return { kind: 'floor', status: 'ok', place: where, ...facts, regions: 9, emptyNs, readyNs: 1 };
}

function withoutKind(record: FloorRecord): object {
  const { kind: _, ...rest } = record;
  return rest;
}

const failure = { code: 'process-ended', message: 'it ended' } as const;
const lost: FloorRecord = { kind: 'floor', status: 'failed', place, mode: 'x', workers: 2, failure };

test('a run without floors has none', () => {
  expect(floorsOf(run.records)).toBeUndefined();
  expect(analyse(run)).not.toHaveProperty('floors');
});

test('of several floors of a place the middle one stands for all, and one that failed only where no other is', () => {
  const kept = floorsOf([lost, floor(5), floor(900), floor(7), floor(1, 'other')]);
  expect(kept).toEqual([floor(7), floor(1, 'other')].map(withoutKind));
  expect(floorsOf([lost])?.map(({ status }) => status)).toEqual(['failed']);
});

test('cells say how much of an operation the floor of their place is; others say nothing', () => {
  const { cells, floors } = analyse({ ...run, records: [floor(3), ...run.records] });
  expect(floors).toHaveLength(1);
  for (const cell of cells) {
    if (cell.status !== 'ok') throw new Error(cell.reason);
    const expected = cell.id.endsWith(place) ? 3 / cell.wallNs.estimate : undefined;
    expect(cell.floorShare).toBe(expected);
  }
  expect(cells.some(({ id }) => id.endsWith(place))).toBe(true);
  const [cell] = cells;
  expect(withFloorShare(cell!)).toBe(cell);
});
