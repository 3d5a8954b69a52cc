import * as Plot from '@observablehq/plot';
import { formatDuration, symbolsOf } from '@crossover/report';
import { BASE_STYLE, FAINT, laneColours, modeDashes, TIP } from './chart-style.ts';
import { ratioAxis, tickText } from '../ratio-axis.ts';
import type { PageEstimate, SizeCurve } from '@crossover/report';

const SYMBOLS = symbolsOf({ unicode: true });

interface SizeDot extends PageEstimate {
  readonly lane: string;
  readonly place: string;
  readonly baseNs: number;
  readonly workload: string;
}

/** Speed-ups of a kernel over its sizes: a curve for each lane and place, which pays where it is above ×1. */
export function sizePlot(curves: readonly SizeCurve[], warmth: 'warm' | 'cold', width: number): Element {
  const dots = curves.flatMap(({ lane, place, points }) =>
    points.flatMap(({ workload, baseNs, [warmth]: ratio }): readonly SizeDot[] =>
      baseNs === null || ratio === null ? [] : [{ lane, place, workload, baseNs, ...ratio }],
    ),
  );
  const crossings = curves.flatMap(({ lane, [warmth]: { baseNs } }) =>
    baseNs === null ? [] : [{ lane, baseNs }],
  );
  const axis = ratioAxis(dots);
  const colour = laneColours(curves.map(({ lane }) => lane));
  const dash = modeDashes(curves.map(({ place }) => place));
  const within = (value: number): number => Math.min(axis.high, Math.max(axis.low, value));
  const series = [...Map.groupBy(dots, ({ lane, place }) => `${lane}/${place}`).values()];
  const sizes = dots.map(({ baseNs }) => baseNs);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  return Plot.plot({
    width,
    height: 300,
    marginLeft: 46,
    marginRight: 14,
    marginTop: 12,
    marginBottom: 40,
    style: BASE_STYLE,
    x: {
      type: 'log',
      ...(dots.length > 0 && { domain: [smallest / 1.3, largest * 1.3] }),
      ticks: Math.max(2, Math.round(width / 110)),
      tickFormat: (ns: number) => formatDuration(ns, SYMBOLS).replace(/\.0+(?= )/, ''),
      tickSize: 0,
      label: 'TypeScript, one thread →',
    },
    y: {
      type: 'log',
      domain: [axis.low, axis.high],
      ticks: axis.ticks,
      tickFormat: tickText,
      tickSize: 0,
      label: null,
      grid: true,
    },
    marks: [
      Plot.ruleY([1], { stroke: FAINT, strokeDasharray: '2 3' }),
      ...crossings.map(({ lane, baseNs }) =>
        Plot.ruleX(
          [baseNs].filter((ns) => ns >= smallest / 1.3 && ns <= largest * 1.3),
          {
            stroke: colour(lane),
            strokeOpacity: 0.5,
            strokeDasharray: '1 3',
          },
        ),
      ),
      Plot.link(dots, {
        x1: 'baseNs',
        x2: 'baseNs',
        y1: ({ low }: SizeDot) => within(low ?? axis.low),
        y2: ({ high }: SizeDot) => within(high ?? axis.high),
        stroke: ({ lane }: SizeDot) => colour(lane),
        strokeOpacity: 0.35,
        strokeWidth: 3,
      }),
      ...series.map((points) =>
        Plot.line(points, {
          x: 'baseNs',
          y: ({ estimate }: SizeDot) => within(estimate),
          stroke: colour(points[0]!.lane),
          strokeDasharray: dash(points[0]!.place),
          strokeWidth: 1.8,
        }),
      ),
      Plot.dot(dots, {
        x: 'baseNs',
        y: ({ estimate }: SizeDot) => within(estimate),
        r: 3,
        fill: ({ lane }: SizeDot) => colour(lane),
      }),
      Plot.tip(
        dots,
        Plot.pointer({ x: 'baseNs', y: ({ estimate }: SizeDot) => within(estimate), title: titleOf, ...TIP }),
      ),
    ],
  });
}

function titleOf({ lane, place, workload, baseNs, estimate }: SizeDot): string {
  return `${lane} · ${place}\n${workload}: ${formatDuration(baseNs, SYMBOLS)} in TypeScript\n${tickText(estimate)}`;
}
