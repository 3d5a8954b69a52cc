import { BASE_MODE, OPERATION_PHASES } from '@crossover/model';
import { formatDuration } from './duration.ts';
import { laneTable } from './lane-table.ts';
import { symbolsOf } from './symbols.ts';
import type { Column } from './table.ts';
import type { MeasuredCell, TrialPhase } from '@crossover/model';
import type { Row } from './kernel-view.ts';
import type { Style } from './style.ts';

export const PHASES_TITLE = 'phases of an operation, on a single thread';

/** Share of an operation from which on a phase is worth a column; and, where there is one, an entry. */
const WORTH_A_COLUMN = 0.05;
const WORTH_AN_ENTRY = 0.01;

/**
 * Where the time of an operation goes in one thread: a row for each lane, a column for each phase that counts.
 * Without columns where no lane spends its time in more than one phase. Times are means over all samples.
 */
export function phaseColumns(rows: readonly Row[], style: Pick<Style, 'unicode'>): readonly Column[] {
  const cells = rows
    .map(({ cell }) => cell)
    .filter((cell): cell is MeasuredCell => cell.status === 'ok' && cell.mode === BASE_MODE);
  if (cells.every((cell) => counting(cell).length < 2)) return [];
  const phases = OPERATION_PHASES.filter((phase) => cells.some((cell) => counting(cell).includes(phase)));
  const entry = (cell: MeasuredCell, phase: TrialPhase): string =>
    shareOf(phase, cell) < WORTH_AN_ENTRY ? '' : formatDuration(cell.phasesNs[phase], symbolsOf(style));
  return [
    { title: 'lane', align: 'left', texts: cells.map(({ lane }) => lane) },
    ...phases.map((phase): Column => {
      const texts = cells.map((cell) => entry(cell, phase));
      return { title: phase, align: 'right', texts };
    }),
  ];
}

/** The same under its title; empty without columns. */
export function phaseTable(rows: readonly Row[], style: Style): string {
  return laneTable(PHASES_TITLE, phaseColumns(rows, style), style);
}

/** The phases of a cell that are worth a column. */
function counting(cell: MeasuredCell): readonly TrialPhase[] {
  return OPERATION_PHASES.filter((phase) => shareOf(phase, cell) >= WORTH_A_COLUMN);
}

function shareOf(phase: TrialPhase, { phasesNs }: MeasuredCell): number {
  const all = OPERATION_PHASES.reduce((sum, name) => sum + phasesNs[name], 0);
  return all === 0 ? 0 : phasesNs[phase] / all;
}
