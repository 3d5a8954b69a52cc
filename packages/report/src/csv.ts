import { isBounded, TRIAL_PHASES } from '@crossover/model';
import { kernelViews } from './kernel-view.ts';
import { csvOf, csvText as text } from './csv-file.ts';
import type { Estimate, MeasuredCell, Result, TrialPhase } from '@crossover/model';
import type { CsvRow } from './csv-file.ts';
import type { Row } from './kernel-view.ts';

/**
 * A result as a table for spreadsheets and statistics programs (RFC 4180): a row for each cell, in the order of the
 * result, under names as in the JSON result, which end in their unit. A field is empty where there is no such number,
 * as with the upper end of an interval that has none. Text that a spreadsheet would take for a formula begins with `'`.
 */
export function renderCsv(result: Result): string {
  const rows = kernelViews(result).flatMap((view) => view.rows.map(recordOf));
  return csvOf(rows, Object.keys(recordOf(EMPTY)));
}

/** Gives the names of the columns where there is no cell. */
const EMPTY: Row = {
  cell: {
    id: '',
    kernel: '',
    workload: 'custom',
    lane: '',
    mode: '',
    workers: 1,
    status: 'unavailable',
    reason: '',
    remedy: '',
  },
  isBase: false,
  comparison: undefined,
  overOwn: undefined,
};

function recordOf({ cell, isBase, comparison, overOwn }: Row): CsvRow {
  const measured = cell.status === 'ok' ? cell : undefined;
  return {
    id: text(cell.id),
    kernel: text(cell.kernel),
    workload: cell.workload,
    lane: text(cell.lane),
    mode: text(cell.mode),
    workers: cell.workers,
    status: cell.status,
    reason: cell.status === 'ok' ? undefined : text(cell.reason),
    digest: measured && text(measured.digest),
    trials: measured?.trials,
    unsteadyTrials: measured?.unsteadyTrials,
    failedTrials: measured?.failedTrials,
    ...interval('wall', 'Ns', measured?.wallNs),
    ...interval('cpu', 'Ns', measured?.cpuNs),
    peakRssBytes: measured?.peakRssBytes,
    ...phases(measured),
    base: isBase ? text(cell.id) : comparison && text(comparison.base),
    ...interval('speedUp', '', comparison?.speedUp),
    ...interval('signTest', '', comparison?.signTest),
    ...interval('cpuSpeedUp', '', comparison?.cpuSpeedUp),
    verdict: comparison?.verdict,
    verdictAlone: comparison && (comparison.alone ?? comparison.verdict),
    fragile: comparison && String(comparison.fragile ?? false),
    contended: comparison && String(comparison.contended ?? false),
    processes: cell.processes,
    placement: cell.placement && text(cell.placement),
    further: String(cell.further ?? false),
    oversubscribed: String(cell.oversubscribed ?? false),
    ownPlacement: overOwn && text(overOwn.base),
    ...interval('overOwn', '', overOwn?.speedUp),
    overOwnVerdict: overOwn?.verdict,
  };
}

/** `wallNs`, `wallLowNs`, `wallHighNs`. */
function interval(name: string, unit: string, estimate: Estimate | undefined): CsvRow {
  return {
    [`${name}${unit}`]: estimate?.estimate,
    [`${name}Low${unit}`]: estimate?.low,
    [`${name}High${unit}`]: estimate && isBounded(estimate) ? estimate.high : undefined,
  };
}

function phases(measured: MeasuredCell | undefined): CsvRow {
  const named = (phase: TrialPhase): readonly [string, number | undefined] => [
    `${phase}Ns`,
    measured?.phasesNs[phase],
  ];
  return Object.fromEntries(TRIAL_PHASES.map(named));
}
