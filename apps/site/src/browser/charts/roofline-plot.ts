import * as Plot from '@observablehq/plot';
import { BASE_STYLE, FAINT, laneColours, PAPER, TIP } from './chart-style.ts';
import type { PageEstimate, RooflineDot, RooflineDots } from '@crossover/report';

/** A dot that can be drawn. */
interface DrawnDot extends PageEstimate {
  readonly cell: string;
  readonly kernel: string;
  readonly lane: string;
  readonly threads: number;
  readonly intensity: number;
  readonly title: string;
}

/** A roof from one side of the drawing to the other. */
interface Roof {
  readonly name: string;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly isMost: boolean;
}

const SLACK = 2;

/** Names can be read on top of lines. */
const HALO = { fill: 'currentColor', stroke: PAPER, strokeWidth: 4 } as const;

/** Roofs that differ by less would have their names on top of each other. */
const APART = 1.25;

/**
 * Operations per second over operations per byte, both logarithmic, under the roofs of the machine: level ones of its arithmetic, and slopes
 * of its bandwidth. S. Williams, A. Waterman and D. Patterson, Roofline, CACM 52(4), 2009.
 */
export function rooflinePlot({ dots, ceilings, slopes }: RooflineDots, width: number): Element {
  const drawn = dots.flatMap(drawnDot);
  const rates = [...drawn.map(({ estimate }) => estimate), ...ceilings.map(({ giga }) => giga)];
  const [left, right] = spanOf(drawn.map(({ intensity }) => intensity));
  const [lowest, top] = spanOf(rates);
  // Room for the names of kernels.
  const bottom = lowest / SLACK;
  const colour = laneColours(dots.map(({ lane }) => lane));
  const most = Math.max(1, ...[...ceilings, ...slopes].map(({ threads }) => threads));
  const level = ceilings.map(({ name, giga, threads }): Roof => ({
    name,
    x1: left,
    x2: right,
    y1: giga,
    y2: giga,
    isMost: threads === most,
  }));
  const inclined = slopes.flatMap(({ name, giga, threads }): readonly Roof[] => {
    // From where it enters the drawing to where it leaves it.
    const [x1, x2] = [Math.max(left, bottom / giga), Math.min(right, top / giga)];
    return x1 < x2 ? [{ name, x1, x2, y1: x1 * giga, y2: x2 * giga, isMost: threads === most }] : [];
  });
  const roofs = [...level, ...inclined];
  const named = [...Map.groupBy(drawn, ({ kernel }) => kernel).values()].map(([dot]) => dot!);
  return Plot.plot({
    width,
    height: Math.min(520, Math.max(320, width * 0.55)),
    marginLeft: 56,
    marginRight: 16,
    marginTop: 16,
    marginBottom: 40,
    style: BASE_STYLE,
    x: {
      type: 'log',
      domain: [left, right],
      ticks: Math.max(2, Math.round(width / 120)),
      tickFormat: plainNumber,
      tickSize: 0,
      label: 'operations per byte →',
    },
    y: {
      type: 'log',
      domain: [bottom, top],
      ticks: 6,
      tickFormat: plainNumber,
      tickSize: 0,
      label: '↑ thousand million operations per second',
      grid: true,
    },
    marks: [
      Plot.link(roofs, {
        x1: 'x1',
        x2: 'x2',
        y1: 'y1',
        y2: 'y2',
        stroke: FAINT,
        strokeWidth: ({ isMost }: Roof) => (isMost ? 1.6 : 0.8),
        strokeOpacity: ({ isMost }: Roof) => (isMost ? 1 : 0.6),
      }),
      Plot.text(labelsOf(level), {
        x: 'x2',
        y: 'y2',
        text: 'name',
        textAnchor: 'end',
        dy: -6,
        fontSize: 10,
        ...HALO,
      }),
      Plot.ruleX(drawn, {
        x: 'intensity',
        y1: ({ low, estimate }: DrawnDot) => Math.max(bottom, low ?? estimate),
        y2: ({ high, estimate }: DrawnDot) => Math.min(top, high ?? estimate),
        stroke: ({ lane }: DrawnDot) => colour(lane),
        strokeOpacity: 0.35,
        strokeWidth: 2,
      }),
      Plot.text(
        inclined.filter(({ isMost }) => isMost),
        {
          x: 'x1',
          y: 'y1',
          text: 'name',
          textAnchor: 'start',
          dx: 6,
          dy: -8,
          fontSize: 10,
          ...HALO,
        },
      ),
      Plot.dot(drawn, {
        x: 'intensity',
        y: 'estimate',
        r: 3.5,
        fill: ({ lane, threads }: DrawnDot) => (threads > 1 ? PAPER : colour(lane)),
        stroke: ({ lane }: DrawnDot) => colour(lane),
      }),
      // At the foot, where no roof is; aslant, since kernels may need as many operations per byte as others.
      Plot.text(named, {
        x: 'intensity',
        y: bottom,
        text: 'kernel',
        rotate: -40,
        textAnchor: 'start',
        dx: 6,
        dy: -6,
        fontSize: 10.5,
        lineWidth: 12,
        textOverflow: 'ellipsis',
        ...HALO,
      }),
      Plot.tip(drawn, Plot.pointer({ x: 'intensity', y: 'estimate', title: 'title', ...TIP })),
    ],
  });
}

/** A name for each level of all cores; those that would stand on each other share one. */
function labelsOf(level: readonly Roof[]): readonly Roof[] {
  const labels: Roof[] = [];
  for (const roof of level.filter(({ isMost }) => isMost).toSorted((a, b) => a.y2 - b.y2)) {
    const last = labels.at(-1);
    if (last !== undefined && roof.y2 < last.y2 * APART) {
      labels[labels.length - 1] = { ...last, name: `${last.name}; ${roof.name}` };
    } else labels.push(roof);
  }
  return labels;
}

function drawnDot({
  cell,
  kernel,
  lane,
  place,
  threads,
  intensity,
  achieved,
  text,
}: RooflineDot): readonly DrawnDot[] {
  if (intensity === null || achieved === null) return [];
  return [
    { cell, kernel, lane, threads, intensity, ...achieved, title: `${kernel} · ${lane} · ${place}\n${text}` },
  ];
}

/** Ends of a logarithmic scale with some room beside what is on it. */
function spanOf(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return high === 0 ? [0.1, 10] : [low / SLACK, high * SLACK];
}

/** Powers of ten, and what lies between them, as people write them. */
function plainNumber(value: number): string {
  return value >= 1e4 || value < 1e-3 ? value.toExponential(0) : String(Number(value.toPrecision(2)));
}
