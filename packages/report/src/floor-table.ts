import { FLOORS_FOR } from '@crossover/model';
import { formatBytes } from './size.ts';
import { formatDuration } from './duration.ts';
import { laneTable } from './lane-table.ts';
import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { plainText } from './plain-text.ts';
import { saying } from './table.ts';
import { symbolsOf } from './symbols.ts';
import type { Column } from './table.ts';
import type { CellResult, Floor, MeasuredFloor } from '@crossover/model';
import type { Style } from './style.ts';

export const FLOORS_TITLE = 'What each mode costs before anything is computed';

/** Whether the floor of its place is more than 1 % of a cell's operation. */
export function isNearFloor(cell: CellResult): boolean {
  return cell.status === 'ok' && (cell.floorShare ?? 0) * FLOORS_FOR.onePercent > 1;
}

/** The floors of a run, one row for each place; without columns where there are none. */
export function floorColumns(floors: readonly Floor[], style: Pick<Style, 'unicode'>): readonly Column[] {
  const measured = floors.filter((floor) => floor.status === 'ok');
  if (measured.length === 0) return [];
  const symbols = symbolsOf(style);
  const column = (title: string, align: Column['align'], text: (floor: MeasuredFloor) => string): Column => ({
    title,
    align,
    texts: measured.map(text),
  });
  const duration = (ns: number): string => formatDuration(ns, symbols);
  return saying([
    column('mode', 'left', ({ place }) => place),
    column('empty', 'right', ({ emptyNs }) => duration(emptyNs)),
    column('1 % from', 'right', ({ emptyNs }) => duration(emptyNs * FLOORS_FOR.onePercent)),
    column('10 % from', 'right', ({ emptyNs }) => duration(emptyNs * FLOORS_FOR.tenPercent)),
    column('ready', 'right', ({ readyNs }) => duration(readyNs)),
    column('worker', 'right', ({ workerRssBytes }) => sizeText(workerRssBytes)),
    column('PSS', 'right', ({ workerPssBytes }) => sizeText(workerPssBytes)),
  ]);
}

function sizeText(bytes: number | undefined): string {
  return bytes === undefined ? '' : formatBytes(bytes);
}

/** What the columns mean, and why there is no row for some of the places. */
export function floorSentences(floors: readonly Floor[]): readonly string[] {
  const failed = floors.flatMap((floor) =>
    floor.status === 'failed' ? `${floor.place}: not measured, because ${floor.failure.message}.` : [],
  );
  if (failed.length === floors.length) return failed;
  return [
    'Empty: median time of an empty region, in which all workers are told that there is nothing to do, and say so. Each operation contains as much: 1 % or 10 % of it where it lasts as long as the next columns say. Ready: from the start of threads or processes until they can work. Worker: resident memory that a thread adds or a process has; PSS: with shared pages divided. All of one process: where the system puts its threads decides, and another may find other figures.',
    ...failed,
  ];
}

/** The table under its title, and what it means; empty without floors. */
export function renderFloors(floors: readonly Floor[], style: Style): string {
  const meaning = floorSentences(floors).map((text) => paragraph(plainText(text, style), style.width));
  return [
    laneTable(FLOORS_TITLE, floorColumns(floors, style), style),
    paintOf(style).aside(meaning.join('\n')),
  ]
    .filter((text) => text !== '')
    .join('\n');
}
