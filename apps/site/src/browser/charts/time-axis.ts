import { formatDuration, symbolsOf } from '@crossover/report';

const SYMBOLS = symbolsOf({ unicode: true });

/** Times that differ by more than this factor are drawn on a logarithmic scale. */
const WIDE = 8;

/** A vertical scale that shows all of the times. */
export interface TimeAxis {
  readonly type: 'log' | 'linear';
  readonly domain: readonly [number, number];
  readonly ticks: number;
  readonly tickFormat: (ns: number) => string;
}

/** The scale for these times; those that are no numbers, or not above 0, are passed over. */
export function timeAxis(times: readonly (number | null)[]): TimeAxis {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
  for (const time of times) {
    if (time === null || !(time > 0)) continue;
    lowest = Math.min(lowest, time);
    highest = Math.max(highest, time);
  }
  if (highest === 0) [lowest, highest] = [1, 10];
  const isWide = highest / lowest > WIDE;
  const slack = isWide ? 1.1 : 1 + (highest / lowest - 1) * 0.1 + 0.01;
  return {
    type: isWide ? 'log' : 'linear',
    domain: [lowest / slack, Math.min(Number.MAX_VALUE / 2, highest * slack)],
    ticks: 5,
    tickFormat: (ns) => formatDuration(ns, SYMBOLS),
  };
}
