import { element } from '../element.ts';
import { chart } from '../charts/chart.ts';
import { foldedTable, tableWithNotes } from '../data-table.ts';
import { openCell } from '../open-cell.ts';
import { ratioDots } from '../charts/speed-up-plot.ts';
import { section } from '../section.ts';
import type { KernelCard, PageColumn, PageData, PageTable } from '@crossover/report';
import type { RatioDot } from '../charts/speed-up-plot.ts';
import type { Section } from '../section.ts';

/** Kernel by kernel: what to do about it, and the speed-ups that say so. */
export function kernelsSection({ kernels, allCells, overall }: PageData): Section {
  return section(
    { id: 'kernels', name: 'Kernels', title: 'Speed-ups, kernel by kernel' },
    'Each dot is a cell against TypeScript on one thread, each line its 95 % interval. Filled dots have a verdict; hollow ones may be noise.',
    overall === undefined ? null : element('div', { class: 'block' }, tableWithNotes(overall)),
    element(
      'div',
      { class: 'cards' },
      kernels.map((card) => kernelCard(card, allCells)),
    ),
  );
}

function kernelCard(card: KernelCard, allCells: PageTable): HTMLElement {
  const { name, title, workload, lead, rest, dots, tables, failures, remarks } = card;
  const drawn = dots.flatMap(({ ratio, isBase, lane, place, cell }): readonly RatioDot[] =>
    ratio === null || isBase ? [] : [{ ...ratio, name: `${lane} · ${place}`, cell }],
  );
  return element(
    'article',
    { class: 'card', 'data-kernel': name, tabindex: -1 },
    element('h3', {}, name, ' ', element('span', { class: 'aside' }, title)),
    element('p', {}, element('strong', {}, lead), rest === '' ? '' : `; ${rest}`),
    failures.map((text) => element('p', { class: 'failure' }, text)),
    drawn.length === 0
      ? element('p', { class: 'not-measured' }, 'No cell has a speed-up.')
      : chart(
          `Speed-ups of ${name} with their intervals; the table below has the same`,
          (width) => ratioDots(drawn, width),
          openCell,
        ),
    foldedTable(cellsOf(allCells, name), 'All cells, and what must be known of them'),
    ...notesInto([workload, ...remarks], tables),
  );
}

function notesInto(remarks: readonly string[], tables: readonly PageTable[]): readonly HTMLElement[] {
  return [
    element(
      'details',
      { class: 'folded' },
      element(
        'summary',
        {},
        `Workload and ${remarks.length - 1} ${remarks.length === 2 ? 'remark' : 'remarks'}`,
      ),
      element(
        'ul',
        { class: 'remarks' },
        remarks.map((text) => element('li', {}, text)),
      ),
      tables.flatMap((table) => tableWithNotes(table)),
    ),
  ];
}

/** The rows of one kernel, without the column that names it. */
function cellsOf({ columns, ...table }: PageTable, name: string): PageTable {
  const [names, ...others] = columns;
  const rows = (names?.texts ?? []).flatMap((text, row) => (text === name ? [row] : []));
  return { ...table, caption: `Cells of ${name}`, columns: others.map((column) => rowsOf(column, rows)) };
}

function rowsOf({ texts, cells, tones, ...column }: PageColumn, rows: readonly number[]): PageColumn {
  const chosen = <Item>(items: readonly Item[]): readonly Item[] => rows.map((row) => items[row]!);
  return {
    ...column,
    texts: chosen(texts),
    ...(cells && { cells: chosen(cells) }),
    ...(tones && { tones: chosen(tones) }),
  };
}
