import { stringify } from 'csv-stringify/sync';
import { plainText } from './plain-text.ts';

/** Fields by the name of their column; one that is `undefined` is empty. */
export type CsvRow = Readonly<Record<string, string | number | undefined>>;

/**
 * A table for spreadsheets and statistics programs (RFC 4180). Text that a spreadsheet would take for a formula begins
 * with `'`.
 */
export function csvOf(rows: readonly CsvRow[], columns: readonly string[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

/** Text without line breaks, which many programs cannot read, and without leading blanks that hide a formula. */
export function csvText(value: string): string {
  return plainText(value, { unicode: true });
}
