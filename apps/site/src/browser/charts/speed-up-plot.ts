import * as Plot from '@observablehq/plot';
import { BASE_STYLE, FAINT, nameMargin, PAPER, RULE, TIP, toneColour } from './chart-style.ts';
import { ratioAxis, tickText } from '../ratio-axis.ts';
import type { PageEstimate, Tone } from '@crossover/report';

/** A ratio with a name, as a dot with its interval. */
export interface RatioDot {
  readonly name: string;
  readonly text: string;
  readonly interval: string;
  readonly estimate: PageEstimate | null;
  readonly verdict: string;
  readonly tone: Tone;
  /** Drawn hollow where there is no verdict. */
  readonly isDecided: boolean;
  /** Id of the cell that it leads to. */
  readonly cell: string;
}

const ROW = 22;

/** Ratios below each other on one logarithmic scale, with ×1 marked. */
export function ratioDots(dots: readonly RatioDot[], width: number, band?: number): Element {
  const axis = ratioAxis(dots.map(({ estimate }) => estimate));
  const drawn = dots.flatMap(({ estimate, ...dot }) => (estimate === null ? [] : [{ ...dot, ...estimate }]));
  const marginLeft = nameMargin(
    dots.map(({ name }) => name),
    width,
  );
  const within = (value: number): number => Math.min(axis.high, Math.max(axis.low, value));
  const label = (dot: (typeof drawn)[number]): string =>
    [dot.name, `${dot.text}${dot.interval === '' ? '' : ` (${dot.interval})`}`, dot.verdict]
      .filter(Boolean)
      .join('\n');
  return Plot.plot({
    width,
    height: dots.length * ROW + 42,
    marginLeft,
    marginRight: 56,
    marginTop: 4,
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
    y: { type: 'band', domain: dots.map(({ name }) => name), label: null, tickSize: 0, padding: 0.4 },
    marks: [
      Plot.axisY({ lineWidth: (marginLeft - 10) / 12, textOverflow: 'ellipsis', tickSize: 0, label: null }),
      ...(band === undefined
        ? []
        : [
            Plot.rect([0], {
              x1: within(1 / (1 + band)),
              x2: within(1 + band),
              fill: RULE,
              fillOpacity: 0.5,
            }),
          ]),
      Plot.ruleX([1], { stroke: FAINT, strokeDasharray: '2 3' }),
      Plot.link(drawn, {
        x1: ({ low }) => within(low ?? axis.low),
        x2: ({ high }) => within(high ?? axis.high),
        y1: 'name',
        y2: 'name',
        stroke: ({ tone }) => toneColour(tone),
        strokeWidth: 2,
        strokeOpacity: 0.55,
      }),
      Plot.dot(drawn, {
        x: 'estimate',
        y: 'name',
        r: 4.5,
        fill: ({ isDecided, tone }) => (isDecided ? toneColour(tone) : PAPER),
        stroke: ({ tone }) => toneColour(tone),
        strokeWidth: 1.8,
      }),
      Plot.text(drawn, {
        y: 'name',
        text: 'text',
        frameAnchor: 'right',
        dx: 50,
        textAnchor: 'end',
        fontVariant: 'tabular-nums',
        fill: 'currentColor',
      }),
      Plot.tip(drawn, Plot.pointerY({ x: 'estimate', y: 'name', title: label, ...TIP })),
    ],
  });
}
