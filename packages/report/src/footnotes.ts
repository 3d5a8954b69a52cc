import { isStandard, mayHeadline } from '@crossover/model';
import { ALONE, CONTENDED, FRAGILE, NEAR_FLOOR } from './verdict-words.ts';
import { formatDuration } from './duration.ts';
import { isNearFloor } from './floor-table.ts';
import { formatLevel, formatPercent } from './ratio.ts';
import { placementOf } from './kernel-view.ts';
import type { CellResult, Failure, VerdictFamily } from '@crossover/model';
import type { KernelView, Row } from './kernel-view.ts';
import type { Symbols } from './symbols.ts';

/** What a table of cells cannot say in its columns. */
export interface Footnotes {
  /** For each failed cell: what went wrong, and where and how to go on. */
  readonly failures: readonly string[];
  /** For each reason: which cells it keeps from being measured, and what would change that. */
  readonly unavailable: readonly string[];
  /** What limits the numbers that are there. */
  readonly remarks: readonly string[];
}

export function footnotes(
  { rows, family }: Pick<KernelView, 'rows' | 'family'>,
  symbols: Symbols,
): Footnotes {
  const cells = rows.map(({ cell }) => cell);
  return {
    failures: cells.flatMap((cell) =>
      cell.status === 'failed' ? `${nameOf(cell)}: ${failureText(cell.failure)}` : [],
    ),
    unavailable: unavailableTexts(cells),
    remarks: [
      ...oversubscribedRemarks(cells),
      ...unsteadyRemarks(cells),
      ...cells.flatMap(failedTrialRemarks),
      ...cells.flatMap((cell) => modeRemarks(cell, symbols)),
      ...(rows.some(({ comparison }) => comparison?.fragile) ? [FRAGILE] : []),
      ...(rows.some(({ comparison }) => comparison?.alone) ? [ALONE] : []),
      ...(rows.some(({ comparison }) => comparison?.contended) ? [CONTENDED] : []),
      ...(rows.some(({ cell, comparison }) => comparison && isNearFloor(cell)) ? [NEAR_FLOOR] : []),
      ...familyRemarks(rows, family),
    ],
  };
}

/** A failure in one line. */
export function failureText({ message, where, digests, hint }: Failure): string {
  const parts = [
    message,
    digests && `expected ${digests.expected}, got ${digests.actual}`,
    where && `at ${where}`,
    hint && `hint: ${hint}`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** Groups what lacks by its reason: a lane without its toolchain would repeat it for every mode. */
export function unavailableTexts(
  cells: readonly (Pick<CellResult, 'id' | 'lane'> & {
    readonly status: string;
    readonly reason?: string;
    readonly remedy?: string;
  })[],
): readonly string[] {
  const lacking = cells.filter(({ status }) => status === 'unavailable');
  const groups = Map.groupBy(lacking, ({ reason = '', remedy = '' }) => `${reason} (${remedy})`);
  return [...groups].map(([reason, group]) => `${namesOf(group)}: ${reason}`);
}

function namesOf(cells: readonly Pick<CellResult, 'id' | 'lane'>[]): string {
  const names = new Set(cells.map(nameOf));
  const lanes = new Set(cells.map(({ lane }) => lane));
  return names.size > 3 && lanes.size === 1 ? [...lanes].join(', ') : [...names].join(', ');
}

function nameOf(cell: Pick<CellResult, 'id' | 'lane'>): string {
  return `${cell.lane}/${placementOf(cell)}`;
}

/** Their workers take turns on the cores, which looks like bad scaling. */
function oversubscribedRemarks(cells: readonly CellResult[]): readonly string[] {
  const crowded = cells.filter(({ oversubscribed }) => oversubscribed);
  if (crowded.length === 0) return [];
  const names = [...new Set(crowded.map(placementOf))].join(', ');
  return [`${names}: more workers than cores that they could use, so that they take turns`];
}

/** One line for all cells: on a busy machine it holds for most of them. */
function unsteadyRemarks(cells: readonly CellResult[]): readonly string[] {
  const measured = cells.filter((cell) => cell.status === 'ok');
  const unsteady = measured.filter(({ unsteadyTrials }) => unsteadyTrials > 0);
  const [worst] = unsteady.toSorted((a, b) => b.unsteadyTrials - a.unsteadyTrials);
  if (worst === undefined) return [];
  const some = unsteady.reduce((sum, { unsteadyTrials }) => sum + unsteadyTrials, 0);
  const all = measured.reduce((sum, { trials }) => sum + trials, 0);
  const most = `${nameOf(worst)} (${worst.unsteadyTrials} of ${worst.trials})`;
  return [`${some} of ${all} trials reached no steady state before they were measured, most in ${most}`];
}

function failedTrialRemarks(cell: CellResult): readonly string[] {
  if (cell.status !== 'ok' || cell.failedTrials === 0) return [];
  const { trials, failedTrials } = cell;
  return [`${nameOf(cell)}: ${failedTrials} of ${failedTrials + trials} trials failed and are left out`];
}

/** The times of a cell whose trials fall into groups; their mean is that of no trial. */
function modeRemarks(cell: CellResult, symbols: Symbols): readonly string[] {
  if (cell.status !== 'ok' || cell.modes === undefined) return [];
  const [first = '', ...others] = cell.modes.map(
    ({ medianNs, share }, index) =>
      `${formatDuration(medianNs, symbols)} in ${(share * 100).toFixed(0)} %${index === 0 ? ' of its processes' : ''}`,
  );
  return [`${nameOf(cell)}: ${[first, ...others].join(', ')}`];
}

/** How strict the verdicts of a kernel are; one alone is as strict as its interval. */
function familyRemarks(rows: readonly Row[], family: VerdictFamily | undefined): readonly string[] {
  const judged = rows.some(({ comparison }) => comparison !== undefined && comparison.verdict !== 'withheld');
  if (family === undefined || family.comparisons < 2 || !judged) return [];
  const { comparisons, level, smallestVisible } = family;
  const visible =
    smallestVisible < 1
      ? `where the smallest visible difference is ${formatPercent(smallestVisible)}`
      : 'where so few blocks can see next to nothing';
  return [
    `its ${comparisons} verdicts${judgedOf(rows)} hold together at 95 %: each is made at ${formatLevel(level)}, ${visible}`,
  ];
}

/** Which cells the verdicts are on, where not all are part of the answer. */
function judgedOf(rows: readonly Row[]): string {
  if (rows.every(({ cell }) => mayHeadline(cell))) return '';
  return rows.every(({ cell }) => isStandard(cell)) ? ' on plain lanes' : ' on plain lanes in standard modes';
}
