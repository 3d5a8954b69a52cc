import { bar, scaleOf } from './bar.ts';
import { formatBytes } from './size.ts';
import { formatDuration } from './duration.ts';
import { formatHalfWidth, formatInterval, formatRatio } from './ratio.ts';
import { isNearFloor } from './floor-table.ts';
import { placementOf } from './kernel-view.ts';
import { symbolsOf } from './symbols.ts';
import { toneOf } from './tone.ts';
import { verdictOf } from './verdict-words.ts';
import type { Column } from './table.ts';
import type { Paint, Style } from './style.ts';
import type { MeasuredCell, Verdict } from '@crossover/model';
import type { Row } from './kernel-view.ts';

/** Everything that a table of cells can show; narrow places leave columns out. */
export type CellColumns = Readonly<
  Record<
    'lane' | 'mode' | 'time' | 'halfWidth' | 'cpu' | 'memory' | 'speedUp' | 'interval' | 'verdict' | 'answer',
    Column
  >
>;

/** The columns of a table with one row for each cell. */
export function cellColumns(rows: readonly Row[], style: Pick<Style, 'unicode'>, paint: Paint): CellColumns {
  const symbols = symbolsOf(style);
  const tint = (text: string, row: number): string => tintOf(rows[row], paint)(text);
  const column = (title: string, align: Column['align'], text: (row: Row) => string): Column => ({
    title,
    align,
    texts: rows.map(text),
    paint: tint,
  });
  return {
    lane: column('lane', 'left', ({ cell }) => cell.lane),
    mode: column('mode', 'left', ({ cell }) => placementOf(cell)),
    time: column('time', 'right', ({ cell }) =>
      cell.status === 'ok' ? formatDuration(cell.wallNs.estimate, symbols) : symbols.none,
    ),
    halfWidth: column(
      symbols.plusMinus,
      'right',
      measured(({ wallNs }) => formatHalfWidth(wallNs, symbols)),
    ),
    cpu: column(
      'CPU time',
      'right',
      measured(({ cpuNs }) => formatDuration(cpuNs.estimate, symbols)),
    ),
    memory: column(
      'memory',
      'right',
      measured(({ peakRssBytes }) => formatBytes(peakRssBytes)),
    ),
    speedUp: column('speed-up', 'right', ({ comparison, isBase, cell }) => {
      if (isBase) return cell.status === 'ok' ? formatRatio(1, symbols) : '';
      return comparison === undefined ? '' : formatRatio(comparison.speedUp.estimate, symbols);
    }),
    interval: column('interval', 'left', ({ comparison }) =>
      comparison === undefined ? '' : formatInterval(comparison.speedUp, symbols),
    ),
    verdict: { ...column('verdict', 'left', outcomeOf), paint: verdictPaint(rows, paint) },
    answer: column('ok', 'left', ({ cell }) => {
      if (cell.status === 'ok') return symbols.right;
      return cell.status === 'failed' ? symbols.wrong : '';
    }),
  };
}

/** A column's text for cells that have a time; the others leave it empty. */
function measured(text: (cell: MeasuredCell) => string): (row: Row) => string {
  return ({ cell }) => (cell.status === 'ok' ? text(cell) : '');
}

/** Speed-ups as bars of at most `width` characters; cells without a comparison have none. */
export function barColumn(
  rows: readonly Row[],
  width: number,
  style: Pick<Style, 'unicode'>,
  paint: Paint,
): Column {
  const symbols = symbolsOf(style);
  const end = scaleOf(rows.flatMap(({ comparison }) => comparison?.speedUp ?? []));
  const base = { estimate: 1, low: 1, high: 1 };
  return {
    title: '',
    align: 'left',
    texts: rows.map(({ cell, comparison, isBase }) => {
      const speedUp = isBase && cell.status === 'ok' ? base : comparison?.speedUp;
      return speedUp === undefined ? '' : bar(speedUp, end, width, symbols);
    }),
    paint: (text, row) => (rows[row]?.isBase === true ? paint.aside(text) : text),
  };
}

/** What became of a cell, in the words of a table. */
export function outcomeOf({ cell, comparison, isBase }: Row): string {
  switch (cell.status) {
    case 'failed':
      return cell.failure.code === 'wrong-digest' ? 'wrong answer' : 'failed';
    case 'unavailable':
      return 'unavailable';
    case 'ok':
      if (isBase) return 'base';
      return comparison === undefined
        ? 'not compared'
        : verdictOf({ ...comparison, nearFloor: isNearFloor(cell) });
  }
}

function verdictPaint(rows: readonly Row[], paint: Paint): (text: string, row: number) => string {
  return (text, row) => {
    const verdict = rows[row]?.comparison?.verdict;
    return (verdict === undefined ? tintOf(rows[row], paint) : emphasis(verdict, paint))(text);
  };
}

function emphasis(verdict: Verdict, paint: Paint): (text: string) => string {
  const tone = toneOf(verdict);
  return tone === 'good' || tone === 'bad' ? paint[tone] : String;
}

function tintOf(row: Row | undefined, paint: Paint): (text: string) => string {
  if (row?.cell.status === 'failed') return paint.bad;
  return row?.cell.status === 'unavailable' ? paint.aside : String;
}
