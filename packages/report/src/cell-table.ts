import { barColumn, cellColumns, outcomeOf } from './cell-columns.ts';
import { formatDuration } from './duration.ts';
import { formatHalfWidth, formatInterval, formatRatio } from './ratio.ts';
import { groupHeading, placementOf, rowGroups } from './kernel-view.ts';
import { NARROW, paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { symbolsOf } from './symbols.ts';
import { saying, table, tableWidth } from './table.ts';
import type { CellColumns } from './cell-columns.ts';
import type { Row } from './kernel-view.ts';
import type { Paint, Style } from './style.ts';

/** What a table gives up, in this order, until it fits. */
const EXPENDABLE: readonly (keyof CellColumns)[] = ['memory', 'cpu', 'answer', 'halfWidth', 'interval'];

/** A bar of less says too little, one of more nothing else. */
const SHORTEST_BAR = 8;
const LONGEST_BAR = 40;
const BAR_GAP = 2;

/** The cells of a kernel: as a table as far as the width allows, with bars where there is room for them. */
export function cellTable(ungrouped: readonly Row[], style: Style): string {
  const rows = rowGroups(ungrouped).flatMap((group) => group.rows);
  if (style.width < NARROW) return cellList(rows, style);
  const paint = paintOf(style);
  const headings = headingsOf(rows, paint);
  const all = cellColumns(rows, style, paint);
  const columns = EXPENDABLE.reduce(
    (kept, name) =>
      tableWidth(kept) <= style.width ? kept : kept.filter((candidate) => candidate !== all[name]),
    saying(Object.values(all)),
  );
  if (tableWidth(columns) > style.width) return cellList(rows, style);
  const room = Math.min(style.width - tableWidth(columns) - BAR_GAP, LONGEST_BAR);
  const bars = room >= SHORTEST_BAR ? [barColumn(rows, room, style, paint)] : [];
  return table([...columns, ...bars], paint, symbolsOf(style), headings);
}

/** The headings of the groups, by the position of their first row. */
function headingsOf(rows: readonly Row[], paint: Paint): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  for (const group of rowGroups(rows)) {
    const heading = groupHeading(group.standing);
    if (heading !== undefined) headings.set(rows.indexOf(group.rows[0]!), paint.aside(heading));
  }
  return headings;
}

/** For places too narrow for a table: a few lines for each cell. */
function cellList(rows: readonly Row[], style: Style): string {
  const symbols = symbolsOf(style);
  const paint = paintOf(style);
  const headings = headingsOf(rows, paint);
  const entries = rows.flatMap((row, index) => {
    const heading = headings.get(index) ?? [];
    const { cell, comparison } = row;
    const facts = [
      ...(cell.status === 'ok'
        ? [formatDuration(cell.wallNs.estimate, symbols), formatHalfWidth(cell.wallNs, symbols)]
        : []),
      ...(comparison === undefined
        ? []
        : [formatRatio(comparison.speedUp.estimate, symbols), formatInterval(comparison.speedUp, symbols)]),
      outcomeOf(row),
    ].filter((fact) => fact !== '');
    const lines = `${cell.lane}, ${placementOf(cell)}\n${paragraph(facts.join(', '), style.width, '  ', '  ')}`;
    if (cell.status === 'ok') return [heading, lines].flat();
    return [
      heading,
      lines
        .split('\n')
        .map(cell.status === 'failed' ? paint.bad : paint.aside)
        .join('\n'),
    ].flat();
  });
  return entries.join('\n');
}
