import { BASE_MODE } from '@crossover/model';
import { formatHalfWidth } from './ratio.ts';
import { laneTable } from './lane-table.ts';
import { significant } from './significant.ts';
import { symbolsOf } from './symbols.ts';
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

/** The same under its title; empty without calls. */
export function callTable(rows: readonly Row[], style: Style): string {
  return laneTable(CALLS_TITLE, callColumns(rows, style), style);
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
