import * as Plot from '@observablehq/plot';
import { ACCENT, BASE_STYLE, FAINT, INK, nameMargin, TIP } from './chart-style.ts';
import { ratioAxis, tickText } from '../ratio-axis.ts';
import type { AttributionBar, AttributionPart } from '@crossover/report';

const ROW = 13;
const PARTS = ['language', 'cores', 'interaction', 'together'] as const;

const COLOURS: Readonly<Record<AttributionPart['part'], string>> = {
  language: 'var(--lane-4)',
  cores: 'var(--lane-2)',
  interaction: FAINT,
  together: ACCENT,
};

/** A factor as a bar that begins where the one before has ended, since factors multiply. */
interface Step {
  readonly name: string;
  readonly part: AttributionPart['part'];
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly interval: string;
  readonly cell: string;
}

/** Language × cores × interaction = together, kernel by kernel, each factor where the last one ended. */
export function attributionPlot(bars: readonly AttributionBar[], width: number): Element {
  const steps = bars.flatMap(stepsOf);
  const axis = ratioAxis(
    steps.flatMap(({ from, to }) => [from, to].map((estimate) => ({ estimate, low: null, high: null }))),
  );
  const marginLeft = nameMargin(
    bars.map(({ name }) => name),
    width,
  );
  return Plot.plot({
    width,
    height: bars.length * (ROW * PARTS.length + 10) + 44,
    marginLeft,
    marginRight: 52,
    marginTop: 8,
    marginBottom: 34,
    style: BASE_STYLE,
    x: {
      type: 'log',
      domain: [axis.low, axis.high],
      ticks: axis.ticks,
      tickFormat: tickText,
      tickSize: 0,
      label: null,
    },
    y: { type: 'band', domain: PARTS, axis: null, padding: 0.15 },
    fy: { domain: bars.map(({ name }) => name), padding: 0.16, axis: null },
    marks: [
      Plot.text(bars, {
        fy: 'name',
        text: 'name',
        frameAnchor: 'left',
        dx: 4 - marginLeft,
        lineWidth: (marginLeft - 8) / 12,
        textOverflow: 'ellipsis',
        fill: INK,
      }),
      Plot.ruleX([1], { stroke: FAINT, strokeDasharray: '2 3' }),
      Plot.barX(steps, {
        fy: 'name',
        y: 'part',
        x1: startOf,
        x2: endOf,
        fill: ({ part }: Step) => COLOURS[part],
        rx: 1.5,
      }),
      // Where the bar leads to: a factor below ×1 goes back, one of ×1 has no length.
      Plot.tickX(steps, {
        fy: 'name',
        y: 'part',
        x: 'to',
        stroke: INK,
        strokeWidth: 1.5,
      }),
      Plot.text(steps, {
        fy: 'name',
        y: 'part',
        text: 'text',
        frameAnchor: 'right',
        dx: 48,
        textAnchor: 'end',
        fontSize: 10.5,
        fontVariant: 'tabular-nums',
        fill: 'currentColor',
      }),
      Plot.tip(steps, Plot.pointer({ fy: 'name', y: 'part', x: 'to', title: titleOf, ...TIP })),
    ],
  });
}

/** What the colours of the bars mean. */
export const ATTRIBUTION_LEGEND: readonly (readonly [name: string, colour: string])[] = PARTS.map((part) => [
  part,
  COLOURS[part],
]);

function stepsOf({ name, cell, parts }: AttributionBar): readonly Step[] {
  let reached = 1;
  return parts.flatMap(({ part, text, interval, estimate }): readonly Step[] => {
    if (estimate === null) return [];
    const from = part === 'together' ? 1 : reached;
    const to = from * estimate.estimate;
    reached = to;
    return [{ name, cell, part, from, to, text, interval }];
  });
}

function titleOf({ name, part, text, interval }: Step): string {
  return `${name}\n${part} ${text}${interval === '' ? '' : ` (${interval})`}`;
}

function startOf({ from, to }: Step): number {
  return Math.min(from, to);
}

function endOf({ from, to }: Step): number {
  return Math.max(from, to);
}
