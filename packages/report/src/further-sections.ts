import { billColumns, billSentences, BILL_TITLE } from './bill-table.ts';
import { breakEvenColumns, breakEvenSentences, BREAK_EVEN_TITLE } from './break-even-table.ts';
import { laneTable } from './lane-table.ts';
import { markdownGrid } from './markdown-grid.ts';
import { markdownText } from './markdown-text.ts';
import { paintOf } from './style.ts';
import { paragraph } from './paragraph.ts';
import { plainText } from './plain-text.ts';
import { rooflineColumns, rooflineSentences, ROOFLINE_TITLE } from './roofline-table.ts';
import { scalingColumns, scalingSentences, SCALING_TITLE } from './scaling-table.ts';
import type { Column } from './table.ts';
import type { Result } from '@crossover/model';
import type { Style } from './style.ts';

/** One table of a report under its heading, and what it means. */
interface Section {
  readonly title: string;
  /** What stands right above the table. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly sentences: readonly string[];
}

/** Sizes, workers, prices and what is left, as far as a result says anything about them. */
function sectionsOf(
  { breakEven, scaling, bill, floors, roofline }: Result,
  style: Pick<Style, 'unicode'>,
): readonly Section[] {
  return [
    ...(breakEven === undefined
      ? []
      : [
          {
            title: BREAK_EVEN_TITLE,
            caption: 'sizes by what TypeScript takes for an operation, on a single thread',
            columns: breakEvenColumns(breakEven, style),
            sentences: breakEvenSentences(breakEven),
          },
        ]),
    ...(scaling === undefined
      ? []
      : [
          {
            title: SCALING_TITLE,
            caption: 'speed-ups, and what dividing the work loses',
            columns: scalingColumns(scaling, style),
            sentences: scalingSentences(scaling, style),
          },
        ]),
    ...(bill === undefined
      ? []
      : [
          {
            title: BILL_TITLE,
            caption: 'what a lever costs besides time',
            columns: billColumns(bill, floors ?? [], style),
            sentences: billSentences(bill),
          },
        ]),
    ...(roofline === undefined
      ? []
      : [
          {
            title: ROOFLINE_TITLE,
            caption: 'how near each lane comes to it',
            columns: rooflineColumns(roofline, style),
            sentences: rooflineSentences(roofline, style),
          },
        ]),
  ];
}

/** For a terminal: one text for each section. */
export function renderSections(result: Result, style: Style): readonly string[] {
  const paint = paintOf(style);
  return sectionsOf(result, style).map(({ title, caption, columns, sentences }) =>
    [
      paint.heading(title),
      laneTable(plainText(caption, style), columns, style),
      paint.aside(sentences.map((text) => paragraph(plainText(text, style), style.width)).join('\n')),
    ]
      .filter((text) => text !== '')
      .join('\n'),
  );
}

/** For a document: headings, tables and paragraphs in turn. */
export function markdownSections(result: Result, style: Pick<Style, 'unicode'>): readonly string[] {
  return sectionsOf(result, style).flatMap(({ title, columns, sentences }) =>
    [`## ${title}`, ...(columns.length === 0 ? [] : [markdownGrid(columns)])].concat(
      sentences.map(markdownText),
    ),
  );
}
