import { markdownTable } from 'markdown-table';
import { markdownText } from './markdown-text.ts';
import type { Column } from './table.ts';

/** Columns as a table in Markdown. */
export function markdownGrid(columns: readonly Column[]): string {
  const rows = columns
    .at(0)
    ?.texts.map((_, row) => columns.map(({ texts }) => markdownText(texts[row] ?? '')));
  const head = columns.map(({ title }) => markdownText(title));
  return markdownTable([head, ...(rows ?? [])], { align: columns.map(({ align }) => align) });
}
