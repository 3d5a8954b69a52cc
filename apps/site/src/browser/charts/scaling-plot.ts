import * as Plot from '@observablehq/plot';
import { BASE_STYLE, FAINT, laneColours, modeDashes, PAPER, TIP } from './chart-style.ts';
import { tickText } from '../ratio-axis.ts';
import type { PageEstimate, ScalingCurve } from '@crossover/report';

interface WorkerDot extends PageEstimate {
  readonly lane: string;
  readonly mode: string;
  readonly cell: string;
  readonly workers: number;
  readonly isCrowded: boolean;
}

/** Speed-ups of a kernel over numbers of workers, beside the line on which each worker would count in full. */
export function scalingPlot(curves: readonly ScalingCurve[], width: number): Element {
  const dots = curves.flatMap(({ lane, mode, points }) =>
    points.flatMap(({ speedUp, ...point }): readonly WorkerDot[] =>
      speedUp === null ? [] : [{ lane, mode, ...point, ...speedUp }],
    ),
  );
  const most = dots.reduce((all, { workers }) => Math.max(all, workers), 1);
  const top =
    dots.reduce((all, { estimate, high }) => Math.max(all, Math.min(high ?? estimate, estimate * 2)), 1) *
    1.08;
  const colour = laneColours(curves.map(({ lane }) => lane));
  const dash = modeDashes(curves.map(({ mode }) => mode));
  const within = (value: number): number => Math.min(top, Math.max(0, value));
  const series = [...Map.groupBy(dots, ({ lane, mode }) => `${lane}/${mode}`).values()];
  const counts = [...new Set(dots.map(({ workers }) => workers))].toSorted((a, b) => a - b);
  const ideal = Math.min(most, top);
  return Plot.plot({
    width,
    height: 300,
    marginLeft: 46,
    marginRight: 14,
    marginTop: 24,
    marginBottom: 40,
    style: BASE_STYLE,
    x: { domain: [0.8, most + 0.2], ticks: counts, tickFormat: String, tickSize: 0, label: 'workers →' },
    y: {
      domain: [0, top],
      ticks: 5,
      tickFormat: (ratio: number) => (ratio === 0 ? '' : tickText(ratio)),
      tickSize: 0,
      label: null,
      grid: true,
    },
    marks: [
      Plot.line(
        [
          [1, 1],
          [ideal, ideal],
        ],
        { stroke: FAINT, strokeDasharray: '2 3' },
      ),
      Plot.text([[ideal, ideal]], {
        text: ['ideal'],
        dy: -8,
        dx: -8,
        textAnchor: 'end',
        fill: 'currentColor',
      }),
      Plot.link(dots, {
        x1: 'workers',
        x2: 'workers',
        y1: ({ low }: WorkerDot) => within(low ?? 0),
        y2: ({ high }: WorkerDot) => within(high ?? top),
        stroke: ({ lane }: WorkerDot) => colour(lane),
        strokeOpacity: 0.35,
        strokeWidth: 3,
      }),
      ...series.map((points) =>
        Plot.line(points, {
          x: 'workers',
          y: ({ estimate }: WorkerDot) => within(estimate),
          stroke: colour(points[0]!.lane),
          strokeDasharray: dash(points[0]!.mode),
          strokeWidth: 1.8,
        }),
      ),
      Plot.dot(dots, {
        x: 'workers',
        y: ({ estimate }: WorkerDot) => within(estimate),
        r: 3.5,
        fill: ({ lane, isCrowded }: WorkerDot) => (isCrowded ? PAPER : colour(lane)),
        stroke: ({ lane }: WorkerDot) => colour(lane),
      }),
      Plot.tip(
        dots,
        Plot.pointer({
          x: 'workers',
          y: ({ estimate }: WorkerDot) => within(estimate),
          title: titleOf,
          ...TIP,
        }),
      ),
    ],
  });
}

function titleOf({ lane, mode, workers, estimate, isCrowded }: WorkerDot): string {
  return `${lane} · ${mode}\n${workers} ${workers === 1 ? 'worker' : 'workers'}${isCrowded ? ', more than cores' : ''}: ${tickText(estimate)}`;
}
