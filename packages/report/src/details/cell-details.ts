import { OPERATION_PHASES } from '@crossover/model';
import { ALONE, CONTENDED, FRAGILE } from '../verdict-words.ts';
import { cellFacts } from './cell-facts.ts';
import { formatHalfWidth } from '../ratio.ts';
import { headingOf, workloadOf } from '../kernel-report.ts';
import { missingCovariates } from './covariate.ts';
import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import { timeBars } from './time-bars.ts';
import { trialCurves } from './trial-curves.ts';
import { trialTable } from './trial-table.ts';
import type { CellDetails, CellResult, MeasuredCell } from '@crossover/model';
import type { Origin } from '../next-commands.ts';
import type { Style } from '../style.ts';
import type { Symbols } from '../symbols.ts';
import type { TimePart } from './time-bars.ts';

/** More trials than this are not drawn: nobody reads them, and a run may hold any number. */
export const MOST_TRIALS = 60;

/** One cell under the microscope. */
export function renderCellDetails(
  details: CellDetails,
  style: Style,
  { directory = '' }: Origin = {},
): string {
  const { cell, kernel, createdAt, fingerprint, trials } = details;
  const paint = paintOf(style);
  const wrapped = (text: string): string => paragraph(plainText(text, style), style.width);
  const run = `measured ${createdAt} on ${fingerprint.cpuModel}, ${fingerprint.cores} ${fingerprint.cores === 1 ? 'core' : 'cores'}, Node ${fingerprint.node.replace(/^v/, '')}`;
  const head = [
    paint.heading(plainText(cell.id, style)),
    wrapped(headingOf(kernel, style)),
    wrapped(workloadOf(kernel, style)),
    wrapped([`lane ${cell.lane}`, ...placeWords(cell)].join(', ')),
    paint.aside(wrapped(directory === '' ? run : `${run}; ${directory}`)),
  ];
  return [
    head.join('\n'),
    [cellFacts(details, style), ...markSentences(details).map((text) => paint.aside(wrapped(text)))].join(
      '\n',
    ),
    ...(cell.status === 'ok'
      ? timeSections(cell, symbolsOf(style)).map(
          ({ title, parts }) => `${paint.heading(title)}\n${timeBars(parts, style)}`,
        )
      : []),
    ...trialSections(details, style),
    ...(trials.length > 0 ? [] : [wrapped('No trial of it was recorded.')]),
  ].join('\n\n');
}

/** Mode, workers and placement, and what they mean for the answer. */
export function placeWords(cell: CellResult): readonly string[] {
  const { mode, workers, processes, placement, further, oversubscribed } = cell;
  const count = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  return [
    `mode ${mode}${further ? ' (further: never part of the answer)' : ''}`,
    processes === undefined ? count : `${count} in ${processes} ${processes === 1 ? 'process' : 'processes'}`,
    ...(placement === undefined ? [] : [`placement ${placement} (tuned: never part of the answer)`]),
    ...(oversubscribed ? ['more workers than cores that they could use'] : []),
  ];
}

/** What the marks of its verdict say. */
export function markSentences({ comparison }: Pick<CellDetails, 'comparison'>): readonly string[] {
  if (comparison === undefined) return [];
  return [
    ...(comparison.fragile ? [FRAGILE] : []),
    ...(comparison.alone === undefined ? [] : [ALONE]),
    ...(comparison.contended ? [CONTENDED] : []),
  ];
}

/** Parts of some time of a cell under their title. */
export interface TimeSection {
  readonly title: string;
  readonly parts: readonly TimePart[];
}

/** Where the time of a cell goes: once for each trial, and in every operation. */
export function timeSections(
  { phasesNs, passesNs = [] }: MeasuredCell,
  symbols: Symbols,
): readonly TimeSection[] {
  const passes = passesNs.map(({ name, calls, ...time }) => {
    const facts = [formatHalfWidth(time, symbols), calls === undefined ? '' : `${calls} calls`];
    return { name, ns: time.estimate, remark: facts.filter((fact) => fact !== '').join(', ') };
  });
  const spawned = (['spawn', 'load'] as const).map((name) => ({ name, ns: phasesNs[name] }));
  const phases = OPERATION_PHASES.map((name) => ({ name, ns: phasesNs[name] }));
  return [
    { title: 'Once for each trial', parts: spawned },
    { title: 'Phases of an operation', parts: phases },
    ...(passes.length > 1 || passes.some(({ remark }) => remark.includes('calls'))
      ? [{ title: 'Passes of an operation', parts: passes }]
      : []),
  ];
}

function trialSections({ cell, trials }: CellDetails, style: Style): readonly string[] {
  if (trials.length === 0) return [];
  const paint = paintOf(style);
  const wrapped = (text: string): string => paint.aside(paragraph(plainText(text, style), style.width));
  const shown = trials.slice(0, MOST_TRIALS);
  const measured = shown.filter((details) => details.kind === 'measured');
  const left = trials.length - shown.length;
  const missing = missingCovariates(measured.map(({ trial }) => trial));
  return [
    [
      paint.heading('Trials, in the order in which they were measured'),
      trialCurves(shown, cell.id, style),
      ...(left > 0 ? [wrapped(`and ${left} more`)] : []),
    ].join('\n'),
    ...(measured.length === 0
      ? []
      : [
          [
            paint.heading('What else happened during each'),
            trialTable(measured, style),
            ...(missing.length > 0 ? [wrapped(`unavailable in this run: ${missing.join(', ')}`)] : []),
          ].join('\n'),
        ]),
  ];
}
