import { BASE_MODE } from '@crossover/model';
import { formatHalfWidth } from './ratio.ts';
import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { significant } from './significant.ts';
import { symbolsOf } from './symbols.ts';
import { table, tableWidth } from './table.ts';
import type { MeasuredCell, PassResult } from '@crossover/model';
import type { Column } from './table.ts';
import type { Row } from './kernel-view.ts';
import type { Style } from './style.ts';

export const CALLS_TITLE = 'nanoseconds per call, on a single thread';

/** What a call costs in each lane: one column for each pass whose function is called once per item; none without. */
export function callColumns(rows: readonly Row[], style: Pick<Style, 'unicode'>): readonly Column[] {
  const cells = rows.flatMap(({ cell }) =>
    cell.status === 'ok' && cell.mode === BASE_MODE && callsOf(cell).length > 0 ? [cell] : [],
  );
  const [first] = cells;
  if (first === undefined) return [];
  return [
    { title: 'lane', align: 'left', texts: cells.map(({ lane }) => lane) },
    ...callsOf(first).map(({ name }): Column => ({
      title: name,
      align: 'right',
      texts: cells.map((cell) => costOf(cell, name, style)),
    })),
  ];
}

/** The same under its title; a line for each lane where the width does not hold the table. Empty without calls. */
export function callTable(rows: readonly Row[], style: Style): string {
  const [lanes, ...calls] = callColumns(rows, style);
  if (lanes === undefined) return '';
  const paint = paintOf(style);
  const columns = [lanes, ...calls];
  const body =
    tableWidth(columns) <= style.width
      ? table(columns, paint, symbolsOf(style))
      : lanes.texts
          .map((lane, row) => {
            const costs = calls.map(({ title, texts }) => `${title} ${texts[row]}`);
            return paragraph(`${lane}: ${costs.join(', ')}`, style.width, '  ');
          })
          .join('\n');
  return `${paint.aside(CALLS_TITLE)}\n${body}`;
}

function callsOf({ passesNs = [] }: MeasuredCell): readonly PassResult[] {
  return passesNs.filter(({ calls }) => calls !== undefined && calls > 0);
}

function costOf(cell: MeasuredCell, name: string, style: Pick<Style, 'unicode'>): string {
  const symbols = symbolsOf(style);
  const pass = callsOf(cell).find((candidate) => candidate.name === name);
  if (pass?.calls === undefined) return symbols.none;
  return `${significant(pass.estimate / pass.calls)} ${formatHalfWidth(pass, symbols)}`.trim();
}
