import { BASE_LANE, mayHeadline } from '@crossover/model';
import { groupHeading, placementOf, rowGroups } from '../kernel-view.ts';
import { isNearFloor } from '../floor-table.ts';
import { pageRatio } from './lever-rows.ts';
import { outcomeOf } from '../cell-columns.ts';
import { pageText } from './page-text.ts';
import { ratioText } from './page-estimate.ts';
import { verdictOf } from '../verdict-words.ts';
import type { CellResult } from '@crossover/model';
import type { NamedView } from './named-view.ts';
import type { Row } from '../kernel-view.ts';
import type { PageRatio } from './lever-rows.ts';
import type { Tone } from '../tone.ts';

/** Kernel × lane × place: every cell of a run, as far as it was planned. */
export interface Matrix {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixColumn {
  readonly lane: string;
  /** `worker-threads-2` */
  readonly place: string;
  /** Whether its cells may be an answer. */
  readonly isAnswer: boolean;
}

export interface MatrixRow {
  /** Of the kernel. */
  readonly name: string;
  /** One for each column; null where the run has no such cell. */
  readonly entries: readonly (MatrixEntry | null)[];
}

/** A cell, by its speed-up over the base of its kernel. */
export interface MatrixEntry {
  readonly cell: string;
  /** `×2.22`, or what became of it. */
  readonly text: string;
  readonly interval: string;
  /** The speed-up as a number; null where there is none. */
  readonly value: number | null;
  readonly verdict: string;
  readonly tone: Tone;
  readonly isDecided: boolean;
}

/** All cells of the views; those that may be an answer in the first columns. */
export function matrixOf(views: readonly NamedView[]): Matrix {
  const columns = new Map<string, MatrixColumn>();
  for (const cell of views.flatMap((view) => view.rows.map((row) => row.cell))) {
    const key = columnOf(cell);
    if (columns.has(key)) continue;
    columns.set(key, {
      lane: pageText(cell.lane),
      place: pageText(placementOf(cell)),
      isAnswer: mayHeadline(cell),
    });
  }
  const ordered = [...columns].toSorted(([, a], [, b]) => rankOf(a) - rankOf(b));
  return {
    columns: ordered.map(([, column]) => column),
    rows: views.map(({ name, rows }) => {
      const entries = new Map(rows.map((row) => [columnOf(row.cell), entryOf(row)]));
      return { name, entries: ordered.map(([key]) => entries.get(key) ?? null) };
    }),
  };
}

function columnOf(cell: CellResult): string {
  return `${cell.lane}/${placementOf(cell)}`;
}

/** The base lane first; what is no answer last. The order is otherwise that of the run. */
function rankOf({ lane, isAnswer }: MatrixColumn): number {
  return (isAnswer ? 0 : 2) + (lane === BASE_LANE ? 0 : 1);
}

function entryOf(row: Row): MatrixEntry {
  const { cell, comparison, isBase } = row;
  const ratio = pageRatio(comparison);
  const verdict = outcomeOf(row);
  const base = { cell: cell.id, interval: ratio?.interval ?? '', verdict };
  if (cell.status !== 'ok')
    return {
      ...base,
      text: verdict,
      value: null,
      tone: cell.status === 'failed' ? 'bad' : 'none',
      isDecided: false,
    };
  if (isBase)
    return {
      ...base,
      text: ratioText({ estimate: 1, low: 1, high: 1 }),
      value: 1,
      tone: 'none',
      isDecided: true,
    };
  return {
    ...base,
    text: ratio?.text ?? verdict,
    value: ratio?.estimate?.estimate ?? null,
    tone: ratio?.tone ?? 'none',
    isDecided: ratio?.isDecided ?? false,
  };
}

/** A cell among those of its kernel, as a line of a drawing. */
export interface CellDot {
  readonly cell: string;
  readonly lane: string;
  readonly place: string;
  /** What it counts for, where it is no answer. */
  readonly aside: string;
  readonly ratio: PageRatio | null;
  readonly isBase: boolean;
}

/** The cells of a kernel that have a speed-up, and its base. */
export function cellDots({ rows }: NamedView): readonly CellDot[] {
  return rowGroups(rows).flatMap((group) =>
    group.rows
      .filter(({ isBase, comparison, cell }) => cell.status === 'ok' && (isBase || comparison !== undefined))
      .map(({ cell, comparison, isBase }) => ({
        cell: cell.id,
        lane: pageText(cell.lane),
        place: pageText(placementOf(cell)),
        aside: groupHeading(group.standing) ?? '',
        ratio: withFloor(
          comparison && pageRatio(comparison),
          comparison && verdictOf({ ...comparison, nearFloor: isNearFloor(cell) }),
        ),
        isBase,
      })),
  );
}

function withFloor(ratio: PageRatio | null | undefined, verdict = ''): PageRatio | null {
  return ratio ? { ...ratio, verdict } : null;
}
