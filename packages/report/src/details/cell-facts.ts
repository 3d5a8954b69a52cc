import { formatBytes } from '../size.ts';
import { formatDuration } from '../duration.ts';
import { formatHalfWidth, formatInterval, formatPercent, formatRatio } from '../ratio.ts';
import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import { verdictOf } from '../verdict-words.ts';
import { isBounded } from '@crossover/model';
import type { CellDetails, Estimate, MeasuredCell } from '@crossover/model';
import type { Style } from '../style.ts';
import type { Symbols } from '../symbols.ts';

const INDENT = '  ';

/** What is known about a cell in short: a name and a text in each line. */
export function cellFacts(details: CellDetails, style: Style): string {
  const paint = paintOf(style);
  const facts = factsOf(details, symbolsOf(style));
  const names = facts.reduce((most, [name]) => Math.max(most, name.length), 0);
  const indent = ' '.repeat(names + 2 * INDENT.length);
  return facts
    .map(([name, text, bad]) => {
      const start = `${INDENT}${name.padEnd(names)}${INDENT}`;
      const lines = paragraph(`${start}${plainText(text, style)}`, style.width, indent);
      return bad ? lines.split('\n').map(paint.bad).join('\n') : lines;
    })
    .join('\n');
}

/** A fact about a cell, and whether it is a bad one. */
export type Fact = readonly [name: string, text: string, bad?: boolean];

/** The same, not yet laid out. */
export function factsOf(details: CellDetails, symbols: Symbols): readonly Fact[] {
  const { cell } = details;
  switch (cell.status) {
    case 'unavailable':
      return [['status', `unavailable: ${cell.reason}; ${cell.remedy}`]];
    case 'failed': {
      const { where, digests } = cell.failure;
      return [
        ['status', `failed: ${cell.reason}${where === undefined ? '' : ` (${where})`}`, true],
        ...(digests ? [['digest', `${digests.actual} in place of ${digests.expected}`, true] as const] : []),
      ];
    }
    case 'ok':
      return measuredFacts(details, cell, symbols);
  }
}

function measuredFacts(details: CellDetails, cell: MeasuredCell, symbols: Symbols): readonly Fact[] {
  const { kernel, calibration, isBase, comparison, overOwn } = details;
  const { trials, unsteadyTrials, failedTrials, wallNs, cpuNs, modes } = cell;
  const counts = [
    `${trials} ${trials === 1 ? 'trial' : 'trials'}`,
    ...(unsteadyTrials > 0 ? [`${unsteadyTrials} of them never steady`] : []),
    ...(failedTrials > 0 ? [`${failedTrials} more failed`] : []),
  ];
  return [
    ['time', `${estimateText(wallNs, symbols)}; ${counts.join(', ')}`],
    ['CPU time', estimateText(cpuNs, symbols)],
    ['memory', `${formatBytes(cell.peakRssBytes)} at most`],
    [
      'speed-up',
      isBase ? 'the base that the speed-ups of its kernel refer to' : speedUpText(comparison, symbols),
    ],
    ...(overOwn ? [['placement', speedUpText(overOwn, symbols)] as const] : []),
    ...(modes === undefined
      ? []
      : [
          [
            'groups',
            modes
              .map(({ medianNs, share }) => `${formatDuration(medianNs, symbols)} in ${formatPercent(share)}`)
              .join(', ') + ' of its trials',
          ] as const,
        ]),
    [
      'digest',
      `${cell.digest}: ${kernel.digestFrom === 'truth' ? 'the right answer' : 'as in the base cell'}`,
    ],
    ...(calibration === undefined
      ? []
      : [
          [
            'sampling',
            `${calibration.samples} samples of ${calibration.operationsPerSample} in each trial; calibrated at ${formatDuration(calibration.operationNs, symbols)}`,
          ] as const,
        ]),
  ];
}

function estimateText(estimate: Estimate, symbols: Symbols): string {
  const duration = formatDuration(estimate.estimate, symbols);
  if (!isBounded(estimate)) return `${duration}, without an interval`;
  const [low, high] = [estimate.low, estimate.high].map((end) => formatDuration(end, symbols));
  return [duration, formatHalfWidth(estimate, symbols), `(${low} to ${high})`]
    .filter((part) => part !== '')
    .join(' ');
}

function speedUpText(comparison: CellDetails['comparison'], symbols: Symbols): string {
  if (comparison === undefined) return 'not compared: the base has no times in the same blocks';
  const { speedUp, base } = comparison;
  const interval = formatInterval(speedUp, symbols);
  return `${formatRatio(speedUp.estimate, symbols)}${interval === '' ? '' : ` (${interval})`} over ${base}: ${verdictOf(comparison)}`;
}
