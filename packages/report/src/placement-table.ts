import { formatDuration } from './duration.ts';
import { formatInterval, formatRatio } from './ratio.ts';
import { laneTable } from './lane-table.ts';
import { placementOf } from './kernel-view.ts';
import { symbolsOf } from './symbols.ts';
import { verdictOf } from './verdict-words.ts';
import type { Column } from './table.ts';
import type { Comparison, MeasuredCell } from '@crossover/model';
import type { Row } from './kernel-view.ts';
import type { Style } from './style.ts';

export const PLACEMENTS_TITLE = 'tuned placements, over the mode’s own with as many workers';

/** A tuned placement, and the cell that has the mode's own. */
interface Pair {
  readonly own: MeasuredCell;
  readonly tuned: MeasuredCell;
  readonly comparison: Comparison;
}

/** What each tuned placement gains over the placement of the mode itself; without columns where none was measured. */
export function placementColumns(rows: readonly Row[], style: Pick<Style, 'unicode'>): readonly Column[] {
  const pairs = pairsOf(rows);
  if (pairs.length === 0) return [];
  const symbols = symbolsOf(style);
  const column = (title: string, align: Column['align'], text: (pair: Pair) => string): Column => ({
    title,
    align,
    texts: pairs.map(text),
  });
  const timeOf = ({ wallNs }: MeasuredCell): string => formatDuration(wallNs.estimate, symbols);
  return [
    column('lane', 'left', ({ tuned }) => tuned.lane),
    column('mode', 'left', ({ own }) => placementOf(own)),
    column('placement', 'left', ({ tuned }) => tuned.placement ?? ''),
    column('own', 'right', ({ own }) => timeOf(own)),
    column('tuned', 'right', ({ tuned }) => timeOf(tuned)),
    column('speed-up', 'right', ({ comparison }) => formatRatio(comparison.speedUp.estimate, symbols)),
    column('interval', 'left', ({ comparison }) => formatInterval(comparison.speedUp, symbols)),
    column('verdict', 'left', ({ comparison }) => verdictOf(comparison)),
  ];
}

/** The same under its title; empty without columns. */
export function placementTable(rows: readonly Row[], style: Style): string {
  const title = style.unicode ? PLACEMENTS_TITLE : PLACEMENTS_TITLE.replace('’', "'");
  return laneTable(title, placementColumns(rows, style), style);
}

function pairsOf(rows: readonly Row[]): readonly Pair[] {
  return rows.flatMap(({ cell: tuned, overOwn }) => {
    const own = rows.find(({ cell }) => cell.id === overOwn?.base)?.cell;
    const paired = overOwn !== undefined && own?.status === 'ok' && tuned.status === 'ok';
    return paired ? [{ own, tuned, comparison: overOwn }] : [];
  });
}
