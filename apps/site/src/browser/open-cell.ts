import { addressOf } from './page-link.ts';

/** Goes to the cell that a mark of a chart stands for. */
export function openCell(datum: unknown): void {
  if (typeof datum !== 'object' || datum === null || !('cell' in datum)) return;
  if (typeof datum.cell === 'string' && datum.cell !== '')
    location.hash = addressOf({ kind: 'cell', id: datum.cell });
}
