import { sortValues } from '@crossover/report';
import type { PageColumn } from '@crossover/report';

export type Direction = 'ascending' | 'descending';

const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * The rows of a table sorted by one column: by the numbers that it holds, in whatever unit, else by its texts, numbers in them as numbers. What is empty
 * comes last in both directions; what is equal stays in its order.
 * @param by the column's position; the order as it is when undefined
 * @returns positions of rows
 */
export function rowOrder(
  columns: readonly PageColumn[],
  by: number | undefined,
  direction: Direction,
): readonly number[] {
  const rows = (columns[0]?.texts ?? []).map((_, row) => row);
  const column = by === undefined ? undefined : columns[by];
  if (column === undefined) return rows;
  const sign = direction === 'ascending' ? 1 : -1;
  const { texts } = column;
  const values = sortValues(texts);
  if (values !== undefined) {
    const [known, unknown] = parted(rows, (row) => typeof values[row] === 'number');
    return [...known.toSorted((a, b) => sign * (values[a]! - values[b]!)), ...unknown];
  }
  const [told, silent] = parted(rows, (row) => texts[row] !== '');
  return [...told.toSorted((a, b) => sign * COLLATOR.compare(texts[a]!, texts[b]!)), ...silent];
}

function parted(
  rows: readonly number[],
  is: (row: number) => boolean,
): readonly [readonly number[], readonly number[]] {
  return [rows.filter(is), rows.filter((row) => !is(row))];
}
