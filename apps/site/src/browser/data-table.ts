import { button, element } from './element.ts';
import { pageLink } from './page-link.ts';
import { rowOrder } from './row-order.ts';
import type { PageColumn, PageTable } from '@crossover/report';
import type { Direction } from './row-order.ts';

/** A table in a box of its own, which scrolls where the page is narrower. */
export interface DataTable {
  readonly box: HTMLElement;
  /** Shows the rows that pass, in the order chosen. */
  readonly show: (passes: (row: number) => boolean) => void;
}

/**
 * A table whose columns can be sorted by their titles: ascending, descending, and as it was. The first column names its row.
 * @param caption left out where the heading right above says the same
 */
export function dataTable(table: PageTable, options: { readonly caption?: 'hidden' } = {}): DataTable {
  const { columns } = table;
  const rows = (columns[0]?.texts ?? []).map((_, row) => rowOf(columns, row));
  const body = element('tbody', {}, rows);
  const state: { column: number | undefined; direction: Direction; passes: (row: number) => boolean } = {
    column: undefined,
    direction: 'ascending',
    passes: () => true,
  };
  const heads = columns.map(({ title, align }, index) =>
    element(
      'th',
      { scope: 'col', class: align },
      button({ class: 'sort' }, () => sortBy(index), title),
    ),
  );
  const show = (): void => {
    const order = rowOrder(columns, state.column, state.direction);
    body.replaceChildren(...order.filter(state.passes).map((row) => rows[row]!));
  };
  function sortBy(column: number): void {
    const isAgain = state.column === column;
    if (isAgain && state.direction === 'descending') state.column = undefined;
    else {
      state.direction = isAgain ? 'descending' : 'ascending';
      state.column = column;
    }
    for (const [index, head] of heads.entries()) {
      if (index === state.column) head.setAttribute('aria-sort', state.direction);
      else head.removeAttribute('aria-sort');
    }
    show();
  }
  const caption = element(
    'caption',
    options.caption === 'hidden' ? { class: 'hidden' } : {},
    table.caption.slice(0, 1).toUpperCase() + table.caption.slice(1),
  );
  const grid = element('table', {}, caption, element('thead', {}, element('tr', {}, heads)), body);
  return {
    box: element(
      'div',
      { class: 'table-box', role: 'region', 'aria-label': `Table: ${table.caption}`, tabindex: 0 },
      grid,
    ),
    show: (passes) => {
      state.passes = passes;
      show();
    },
  };
}

function rowOf(columns: readonly PageColumn[], row: number): HTMLTableRowElement {
  return element(
    'tr',
    {},
    columns.map((column, index) => {
      const { texts, align, cells, tones } = column;
      const text = texts[row] ?? '';
      const cell = cells?.[row];
      const content = cell ? pageLink({ kind: 'cell', id: cell }, {}, text) : text;
      const attributes = { class: `${align}${tones ? ` tone-${tones[row]}` : ''}` };
      return index === 0
        ? element('th', { scope: 'row', ...attributes }, content)
        : element('td', attributes, content);
    }),
  );
}

/** A table with its notes beneath. */
export function tableWithNotes(
  table: PageTable,
  options: { readonly caption?: 'hidden' } = {},
): readonly HTMLElement[] {
  return [
    ...((table.columns[0]?.texts.length ?? 0) > 0 ? [dataTable(table, options).box] : []),
    ...table.notes.map((note) => element('p', { class: 'note' }, note)),
  ];
}

/** The same, folded away beneath a chart that shows it. */
export function foldedTable(table: PageTable, title: string): HTMLElement {
  return element(
    'details',
    { class: 'folded' },
    element('summary', {}, title),
    tableWithNotes(table, { caption: 'hidden' }),
  );
}
