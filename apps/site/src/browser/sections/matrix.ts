import { element } from '../element.ts';
import { pageLink } from '../page-link.ts';
import { section } from '../section.ts';
import type { MatrixColumn, MatrixEntry, PageData } from '@crossover/report';
import type { Section } from '../section.ts';

/** A factor of this, or its inverse, has the full colour. */
const STRONGEST = 6;

/** What stands beside a number, so that colour is not all that tells faster from slower. */
const MARKS = { good: '▲', bad: '▼', same: '=', open: '', none: '' } as const;

/** All cells as a map of colours: kernels downwards, lanes and modes across. */
export function matrixSection({ matrix: { columns, rows } }: PageData): Section {
  const groups = [...Map.groupBy(columns, ({ lane, isAnswer }) => `${lane}/${isAnswer}`).values()];
  const lanes = groups.map((own) => {
    const { lane, isAnswer } = own[0]!;
    return element(
      'th',
      { scope: 'colgroup', colspan: own.length, class: isAnswer ? '' : 'aside-group' },
      lane,
    );
  });
  const places = groups.flat().map(({ place }) => element('th', { scope: 'col' }, place));
  const order = groups.flat().map((column) => columns.indexOf(column));
  const body = rows.map(({ name, entries }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, pageLink({ kind: 'kernel', name }, {}, name)),
      order.map((index) => entryCell(entries[index] ?? null)),
    ),
  );
  const hasAside = columns.some(({ isAnswer }: MatrixColumn) => !isAnswer);
  return section(
    { id: 'matrix', name: 'Matrix', title: 'Every cell at a glance' },
    `How many times as fast as TypeScript on one thread. ▲ faster, ▼ slower, = the same; in brackets: no verdict, it may be noise. Every number leads to all that is known of its cell.${hasAside ? ' Lanes and modes on the right are never part of the answer.' : ''}`,
    element(
      'div',
      { class: 'table-box', role: 'region', 'aria-label': 'Speed-ups of all cells', tabindex: 0 },
      element(
        'table',
        { class: 'matrix' },
        element('caption', { class: 'hidden' }, 'Speed-ups of all cells over TypeScript on one thread'),
        element(
          'thead',
          {},
          element('tr', {}, element('td'), lanes),
          element('tr', {}, element('td'), places),
        ),
        element('tbody', {}, body),
      ),
    ),
  );
}

function entryCell(entry: MatrixEntry | null): HTMLElement {
  if (entry === null) return element('td', { class: 'absent' }, '·');
  const { cell, text, interval, value, verdict, tone, isDecided } = entry;
  const shown = isDecided || value === null ? text : `(${text})`;
  const mark = isDecided && MARKS[tone];
  const made = element(
    'td',
    { class: `heat tone-${isDecided ? tone : 'open'}` },
    pageLink(
      { kind: 'cell', id: cell },
      { title: [cell, verdict].join(': ') },
      element(
        'span',
        { class: 'heat-ratio' },
        shown,
        mark ? element('span', { class: 'mark' }, ` ${mark}`) : null,
      ),
      element('span', { class: 'heat-interval' }, interval),
      element('span', { class: 'hidden' }, ` ${verdict}`),
    ),
  );
  if (isDecided && value !== null) made.style.setProperty('--heat', `${strengthOf(value)}%`);
  return made;
}

/** How much colour a ratio has, in per cent. */
function strengthOf(ratio: number): number {
  const share = Math.min(1, Math.abs(Math.log(ratio)) / Math.log(STRONGEST));
  return Math.round(8 + 42 * share);
}
