import { cellColumns, outcomeOf } from '../cell-columns.ts';
import { pageColumn } from './page-table.ts';
import { paintOf } from '../style.ts';
import { toneOf } from '../tone.ts';
import { verdictWords } from '../verdict-words.ts';
import type { NamedView } from './named-view.ts';
import type { PageColumn, PageTable } from './page-table.ts';

const STYLE = { unicode: true, colour: false };

/** All cells of a run in one table, to be chosen from and sorted. */
export function allCells(views: readonly NamedView[]): PageTable {
  const rows = views.flatMap((view) => view.rows);
  const columns = cellColumns(rows, STYLE, paintOf(STYLE));
  const names = views.flatMap((view) => view.rows.map(() => view.name));
  const cells = rows.map(({ cell }) => cell.id);
  const mode: PageColumn = { ...pageColumn(columns.mode), cells };
  return {
    caption: 'Every cell of the run',
    columns: [
      { title: 'kernel', align: 'left', texts: names, choices: names },
      chosenBy(pageColumn(columns.lane)),
      chosenBy(mode),
      pageColumn(columns.time),
      pageColumn(columns.halfWidth),
      pageColumn(columns.cpu),
      pageColumn(columns.memory),
      pageColumn(columns.speedUp),
      pageColumn(columns.interval),
      {
        ...pageColumn(columns.verdict),
        tones: rows.map(({ comparison }) => (comparison ? toneOf(comparison.verdict) : 'none')),
        choices: rows.map((row) => (row.comparison ? verdictWords(row.comparison.verdict) : outcomeOf(row))),
      },
    ],
    notes: [],
  };
}

function chosenBy(column: PageColumn): PageColumn {
  return { ...column, choices: column.texts };
}
