import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { symbolsOf } from './symbols.ts';
import { table, tableWidth } from './table.ts';
import type { Column } from './table.ts';
import type { Style } from './style.ts';

/**
 * A small table under its title, with a row for each lane; a line for each where the width does not hold the table.
 * Empty without columns.
 * @param columns the lanes' names first
 */
export function laneTable(title: string, columns: readonly Column[], style: Style): string {
  const [lanes, ...facts] = columns;
  if (lanes === undefined) return '';
  const paint = paintOf(style);
  const body =
    tableWidth(columns) <= style.width
      ? table(columns, paint, symbolsOf(style))
      : lanes.texts
          .map((lane, row) => {
            const told = facts
              .filter((fact) => fact.title !== '' && fact.texts[row] !== '')
              .map((fact) => `${fact.title} ${fact.texts[row]}`);
            return paragraph(`${lane}: ${told.join(', ')}`, style.width, '  ');
          })
          .join('\n');
  return `${paint.aside(title)}\n${body}`;
}
