import * as Plot from '@observablehq/plot';
import { formatDuration, symbolsOf } from '@crossover/report';
import { ACCENT, BASE_STYLE, FAINT, INK, PAPER, RULE, TIP } from './chart-style.ts';
import { timeAxis } from './time-axis.ts';
import type { CovariatePage, SampleSeries, TrialPage } from '@crossover/report';

const SYMBOLS = symbolsOf({ unicode: true });

/** Horizontal spread of the samples of one trial, as a share of its place. */
const SPREAD = 0.7;

interface SampleDot {
  readonly trial: number;
  readonly x: number;
  readonly ns: number;
  readonly counts: boolean;
  readonly text: string;
}

/** All samples of a cell, trial by trial in the order of measuring; hollow where a trial does not count. */
export function samplesPlot(trials: readonly TrialPage[], width: number): Element {
  const dots = trials.flatMap(({ name, samples, counts }, trial) =>
    pointsOf(samples).map(({ position, value }): SampleDot => {
      const all = lengthOf(samples);
      const along = all > 1 ? position / (all - 1) - 0.5 : 0;
      return {
        trial,
        x: trial + SPREAD * along,
        ns: value,
        counts,
        text: `${name}\nsample ${position + 1}: ${formatDuration(value, SYMBOLS)}${counts ? '' : '\ndoes not count'}`,
      };
    }),
  );
  const axis = timeAxis(dots.map(({ ns }) => ns));
  return Plot.plot({
    width,
    height: 240,
    marginLeft: 64,
    marginRight: 10,
    marginTop: 10,
    marginBottom: 38,
    style: BASE_STYLE,
    x: {
      domain: [-0.6, Math.max(0, trials.length - 1) + 0.6],
      ticks: trialTicks(trials, width),
      tickFormat: (trial: number) => String(trial + 1),
      tickSize: 0,
      label: 'trials, in their order →',
    },
    y: { ...axis, tickSize: 0, label: null, grid: true },
    marks: [
      Plot.dot(dots, {
        x: 'x',
        y: 'ns',
        r: 2.4,
        fill: ({ counts }: SampleDot) => (counts ? ACCENT : PAPER),
        stroke: ({ counts }: SampleDot) => (counts ? ACCENT : FAINT),
        fillOpacity: 0.75,
      }),
      Plot.tip(dots, Plot.pointer({ x: 'x', y: 'ns', title: 'text', ...TIP })),
    ],
  });
}

function trialTicks(trials: readonly TrialPage[], width: number): readonly number[] {
  const step = Math.max(1, Math.ceil((trials.length * 26) / width));
  return trials.map((_, trial) => trial).filter((trial) => trial % step === 0);
}

interface Operation {
  readonly trial: number;
  readonly x: number;
  readonly ns: number;
  readonly text: string;
}

/**
 * Warm-up of trials, operation by operation, and after it their samples.
 * @param chosen the one trial to show, or all as faint lines
 */
export function warmUpPlot(trials: readonly TrialPage[], chosen: number | undefined, width: number): Element {
  const operations = trials.flatMap((trial, index) =>
    chosen === undefined || chosen === index ? operationsOf(trial, index, chosen !== undefined) : [],
  );
  const axis = timeAxis(operations.map(({ ns }) => ns));
  const isOne = chosen !== undefined;
  const shown = isOne ? trials[chosen] : undefined;
  const end = shown && lengthOf(shown.warmUp);
  const last = operations.reduce((most, { x }) => Math.max(most, x), 1);
  return Plot.plot({
    width,
    height: 240,
    marginLeft: 64,
    marginRight: 10,
    marginTop: 16,
    marginBottom: 38,
    style: BASE_STYLE,
    x: {
      type: last > 200 ? 'log' : 'linear',
      domain: [1, last + 1],
      ticks: Math.max(2, Math.round(width / 90)),
      tickFormat: (x: number) => (Number.isInteger(x) ? String(x) : ''),
      tickSize: 0,
      label: isOne ? 'operations of the warm-up, then samples →' : 'operations of the warm-up →',
    },
    y: { ...axis, tickSize: 0, label: null, grid: true },
    marks: [
      ...(end === undefined || end === 0
        ? []
        : [
            Plot.ruleX([end + 0.5], { stroke: RULE }),
            Plot.text([end + 0.5], {
              x: (value: number) => value,
              text: ['samples'],
              frameAnchor: 'top',
              dx: 4,
              dy: -12,
              textAnchor: 'start',
              fill: 'currentColor',
            }),
          ]),
      Plot.line(operations, {
        x: 'x',
        y: 'ns',
        z: 'trial',
        stroke: isOne ? ACCENT : INK,
        strokeWidth: isOne ? 1.6 : 1,
        strokeOpacity: isOne ? 1 : 0.35,
      }),
      Plot.dot(
        isOne
          ? operations
          : operations.filter((_, index) => operations[index - 1]?.trial !== operations[index]?.trial),
        { x: 'x', y: 'ns', r: 2, fill: isOne ? ACCENT : INK },
      ),
      Plot.tip(operations, Plot.pointer({ x: 'x', y: 'ns', title: 'text', ...TIP })),
    ],
  });
}

/** @param isAlone of one trial its samples are shown too */
function operationsOf(
  { name, warmUp, samples }: TrialPage,
  trial: number,
  isAlone: boolean,
): readonly Operation[] {
  const operation =
    (what: string, before: number) =>
    ({ position, value }: Point): Operation => ({
      trial,
      x: before + position + 1,
      ns: value,
      text: `${name}\n${what} ${position + 1}: ${formatDuration(value, SYMBOLS)}`,
    });
  return [
    ...pointsOf(warmUp).map(operation('warm-up', 0)),
    ...(isAlone ? pointsOf(samples).map(operation('sample', lengthOf(warmUp))) : []),
  ];
}

interface Point {
  /** Among all values, from 0. */
  readonly position: number;
  readonly value: number;
}

/** The values that can be drawn, at their places among all. */
export function pointsOf({ values, thinned }: SampleSeries): readonly Point[] {
  return values.flatMap((value, index) =>
    value === null || !(value > 0) ? [] : [{ position: thinned?.positions[index] ?? index, value }],
  );
}

/** How many values there are, also those that are not shown. */
function lengthOf({ values, thinned }: SampleSeries): number {
  return thinned?.all ?? values.length;
}

/** Something that happened besides, sample by sample. */
export function covariatePlot({ values, thinned, isTime }: CovariatePage, width: number): Element {
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ position: (thinned?.positions[index] ?? index) + 1, value }],
  );
  return Plot.plot({
    width,
    height: 110,
    marginLeft: 64,
    marginRight: 10,
    marginTop: 8,
    marginBottom: 26,
    style: BASE_STYLE,
    x: {
      ticks: Math.max(2, Math.round(width / 90)),
      tickSize: 0,
      label: null,
      tickFormat: (x: number) => (Number.isInteger(x) ? String(x) : ''),
    },
    y: {
      ticks: 3,
      tickSize: 0,
      label: null,
      zero: true,
      grid: true,
      tickFormat: (value: number) => (isTime ? formatDuration(value, SYMBOLS) : String(value)),
    },
    marks: [
      Plot.ruleX(points, { x: 'position', y: 'value', stroke: INK, strokeOpacity: 0.6 }),
      Plot.dot(points, { x: 'position', y: 'value', r: 1.8, fill: INK }),
    ],
  });
}
