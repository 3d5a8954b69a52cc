import { pageText } from './page-text.ts';
import type { Column } from '../table.ts';
import type { Tone } from '../tone.ts';

/** A table with what it means; without rows where there is nothing to show. */
export interface PageTable {
  readonly caption: string;
  readonly columns: readonly PageColumn[];
  /** What the columns mean, and what they cannot say: a sentence or more in each. */
  readonly notes: readonly string[];
}

export interface PageColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** One text for each row. */
  readonly texts: readonly string[];
  /** Ids of the cells that the texts lead to. */
  readonly cells?: readonly (string | null)[];
  readonly tones?: readonly Tone[];
  /** What rows can be chosen by, one for each; absent where they cannot. */
  readonly choices?: readonly string[];
}

/** The columns of another report as a table of the page. */
export function pageTable(
  caption: string,
  columns: readonly Column[],
  notes: readonly string[] = [],
): PageTable {
  return {
    caption,
    columns: columns.map(pageColumn),
    notes: notes.map((note) => pageText(note)),
  };
}

export function pageColumn({ title, align, texts }: Column): PageColumn {
  return { title, align, texts: texts.map(pageText) };
}
