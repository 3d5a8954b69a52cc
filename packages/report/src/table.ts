import CliTable from 'cli-table3';
import type { Paint } from './style.ts';
import type { Symbols } from './symbols.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** One text for each row. */
  readonly texts: readonly string[];
  /** Emphasis of the text in a row. */
  readonly paint?: (text: string, row: number) => string;
}

const GAP = '  ';

/** The titles and the rule. */
const LINES_OF_HEAD = 2;

/**
 * Columns side by side under their titles and a rule. Without borders, so that it can be copied and narrowed.
 * @param headings lines of text above rows, by the row's position
 */
export function table(
  columns: readonly Column[],
  paint: Paint,
  symbols: Symbols,
  headings: ReadonlyMap<number, string> = new Map(),
): string {
  const bare = new CliTable({
    head: columns.map(({ title }) => paint.heading(title)),
    colAligns: columns.map(({ align }) => align),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    chars: { ...NO_BORDERS, mid: symbols.rule, 'mid-mid': symbols.rule.repeat(GAP.length), middle: GAP },
  });
  const rows = columns.at(0)?.texts.map((_, row) => columns.map((column) => painted(column, row))) ?? [];
  bare.push(...rows);
  return bare
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .flatMap((line, index) => [headings.get(index - LINES_OF_HEAD) ?? [], line].flat())
    .join('\n');
}

/** Characters that such a table takes from left to right. */
export function tableWidth(columns: readonly Column[]): number {
  const widths = columns.map(({ title, texts }) =>
    [title, ...texts].reduce((most, text) => Math.max(most, text.length), 0),
  );
  return widths.reduce((sum, width) => sum + width, GAP.length * Math.max(0, columns.length - 1));
}

/** The columns that say something in at least one row. */
export function saying(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ texts }) => texts.some((text) => text !== ''));
}

function painted({ texts, paint }: Column, row: number): string {
  const text = texts[row] ?? '';
  return paint === undefined ? text : paint(text, row);
}

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
} as const;
