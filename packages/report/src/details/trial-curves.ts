import { covariateSeries, covariateTitle } from './covariate.ts';
import { curve, scaleOver } from './curve.ts';
import { formatDuration } from '../duration.ts';
import { paintOf } from '../style.ts';
import { paragraph } from '../paragraph.ts';
import { plainText } from '../plain-text.ts';
import { symbolsOf } from '../symbols.ts';
import { trialMarks, trialName } from './trial-marks.ts';
import type { CompletedTrial, MeasuredTrialDetails, Spread, TrialDetails } from '@crossover/model';
import type { Scale } from './curve.ts';
import type { Style } from '../style.ts';
import type { Symbols } from '../symbols.ts';

const LONGEST_CURVE = 60;
const SHORTEST_CURVE = 12;

/** What stands before every curve. */
const LABELS = { warmUp: 'warm-up', samples: 'samples' } as const;
const LABEL_WIDTH = 10;

/** Scales that all trials of a cell share, so that their curves can be compared. */
interface Scales {
  readonly warmUp: Scale | undefined;
  readonly samples: Scale | undefined;
}

/** Warm-up and samples of trials, in the order in which they were measured: a few lines for each trial. */
export function trialCurves(trials: readonly TrialDetails[], cell: string, style: Style): string {
  const measured = trials.filter((details) => details.kind === 'measured');
  const scales = {
    warmUp: scaleOver(measured.flatMap(({ warmUpNs }) => (warmUpNs ? endsOf(warmUpNs) : []))),
    samples: scaleOver(measured.flatMap(({ wallNs }) => (wallNs ? endsOf(wallNs) : []))),
  };
  const blocks = trials.map((details) => trialBlock(details, cell, scales, style));
  return [...legend(scales, style), ...blocks].join('\n');
}

function legend({ warmUp, samples }: Scales, style: Style): readonly string[] {
  if (samples === undefined) return [];
  const symbols = symbolsOf(style);
  const range = ({ lowest, highest }: Scale): string =>
    `from ${formatDuration(lowest, symbols)} to ${formatDuration(highest, symbols)}`;
  const first = warmUp === undefined ? '' : `warm-up, operation by operation, ${range(warmUp)}; then `;
  const text = `${first}samples ${range(samples)}; logarithmic, and the same in all trials`;
  return [paintOf(style).aside(paragraph(plainText(text, style), style.width))];
}

function trialBlock(details: TrialDetails, cell: string, scales: Scales, style: Style): string {
  const paint = paintOf(style);
  const marks = trialMarks(details, cell).map((mark) => plainText(mark, style));
  const { bullet } = symbolsOf(style);
  return [
    paint.heading(trialName(details)),
    ...(details.kind === 'measured'
      ? measuredLines(details, scales, style)
      : [paint.bad(paragraph(plainText(details.trial.failure.message, style), style.width, '  ', '  '))]),
    ...marks.map((mark) => paint.bad(paragraph(`${bullet} ${mark}`, style.width, '    ', '  '))),
  ].join('\n');
}

function measuredLines(
  { trial, wallNs, warmUpNs }: MeasuredTrialDetails,
  scales: Scales,
  style: Style,
): readonly string[] {
  const symbols = symbolsOf(style);
  const columns = Math.min(widthOf(style), Math.max(trial.warmupNs.length, trial.samplesNs.length));
  const line = (label: string, values: readonly number[], scale: Scale | undefined, text: string): string =>
    curveLine(label, (scale ? curve(values, scale, columns, symbols) : '').padEnd(columns), text, style);
  return [
    ...(warmUpNs ? [line(LABELS.warmUp, trial.warmupNs, scales.warmUp, warmUpText(trial, symbols))] : []),
    ...(wallNs
      ? [line(LABELS.samples, trial.samplesNs, scales.samples, samplesText(trial, wallNs, symbols))]
      : []),
    ...covariateSeries(trial).map(({ name, values }) => {
      const highest = scaleOver(values)?.highest ?? 1;
      return line(covariateTitle(name), values, { lowest: 0, highest, linear: true }, '');
    }),
  ];
}

/** A curve with its words beside it; below it, where they do not fit. */
function curveLine(label: string, drawn: string, text: string, style: Style): string {
  const start = `  ${plainText(label, style)
    .slice(0, LABEL_WIDTH - 1)
    .padEnd(LABEL_WIDTH)}${drawn}`;
  if (text === '') return start.trimEnd();
  if (start.length + 2 + text.length <= style.width) return `${start}  ${text}`;
  const indent = ' '.repeat(Math.min(LABEL_WIDTH + 2, style.width >> 1));
  return `${start.trimEnd()}\n${paragraph(text, style.width, indent, indent)}`;
}

function widthOf({ width }: Style): number {
  return Math.max(SHORTEST_CURVE, Math.min(LONGEST_CURVE, (width >> 1) - LABEL_WIDTH));
}

/** How a trial warmed up, in words. */
export function warmUpText({ warmupNs, steady }: CompletedTrial, symbols: Symbols): string {
  const total = warmupNs.reduce((sum, time) => sum + time, 0);
  const many = `${warmupNs.length} ${warmupNs.length === 1 ? 'operation' : 'operations'}`;
  return `${steady ? 'steady after' : 'not steady after'} ${many}, ${formatDuration(total, symbols)}`;
}

/** Its samples in words. */
export function samplesText(
  { samplesNs, operationsPerSample }: CompletedTrial,
  { lowest, median, highest }: Spread,
  symbols: Symbols,
): string {
  const [low, middle, high] = [lowest, median, highest].map((time) => formatDuration(time, symbols));
  const batch = operationsPerSample === 1 ? '' : ` of ${operationsPerSample}`;
  return `median ${middle} (${low} to ${high}), ${samplesNs.length} ${samplesNs.length === 1 ? 'sample' : 'samples'}${batch}`;
}

function endsOf({ lowest, highest }: Spread): readonly number[] {
  return [lowest, highest];
}
