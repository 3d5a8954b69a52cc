import Table from 'cli-table3';
import { aimsOf, isReached } from './aim.ts';
import type { Aim } from './aim.ts';
import type { CoreLayout } from './core-layout.ts';
import type { Entrant } from './contender.ts';
import type { Standing } from './standing.ts';

const MIB = 2 ** 20;

/** Everything that was measured: a row for each entrant. */
export function standingTable(entrants: readonly Entrant[], standings: readonly Standing[]): string {
  const table = new Table({
    head: [
      '',
      'same core\np50 / p99 µs',
      'across cores\np50 / p99 µs',
      'free\np50 / p99 µs',
      '2 in flight\nk tasks/s',
      'flood\nk items/s',
      '16 MiB\nms',
      'skewed\n×',
      'first\nresult ms',
      'worker\nRSS MiB',
      'PSS\nMiB',
    ],
    colAligns: ['left', ...Array.from({ length: 10 }, () => 'right' as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const standing of standings) {
    const title = entrants.find(({ id }) => id === standing.entrant)?.title ?? standing.entrant;
    table.push([
      title,
      ...(['same', 'cross', 'free'] as const).map((layout) => tripText(standing, layout)),
      figure(standing.twoPerSecond, 1e3),
      figure(standing.floodPerSecond, 1e3),
      figure(standing.carryNs, 1e6),
      figure(standing.skewSpeedUp, 1),
      figure(standing.firstResultNs, 1e6),
      figure(standing.workerRssBytes, MIB),
      figure(standing.workerPssBytes, MIB),
    ]);
  }
  return table.toString();
}

/** Ours ÷ the best other of its kind, figure by figure: below 1 is better but for throughput and speed-up. */
export function ratioLines(entrants: readonly Entrant[], standings: readonly Standing[]): readonly string[] {
  return entrants
    .filter(({ own }) => own)
    .flatMap(({ id, title, kind }) => {
      const ours = standings.find(({ entrant }) => entrant === id);
      const others = entrants.filter((other) => !other.own && other.kind === kind);
      const parts = RATIOS.flatMap(({ what, of, best }) => {
        const known = others.flatMap((other) => {
          const value = of(standings.find(({ entrant }) => entrant === other.id));
          return value === undefined ? [] : [{ title: other.title, value }];
        });
        const [first] = known.toSorted((a, b) => (best === 'least' ? a.value - b.value : b.value - a.value));
        const own = of(ours);
        if (first === undefined || own === undefined) return [];
        return `${what} ${digits(own / first.value)} (${first.title})`;
      });
      return parts.length === 0 ? [] : `${title} ÷ best other: ${parts.join(', ')}`;
    });
}

interface Ratio {
  readonly what: string;
  readonly best: 'least' | 'most';
  readonly of: (standing: Standing | undefined) => number | undefined;
}

const RATIOS: readonly Ratio[] = [
  { what: 'same core', best: 'least', of: (one) => one?.trips.same?.p50Ns },
  { what: 'across cores', best: 'least', of: (one) => one?.trips.cross?.p50Ns },
  { what: '2 in flight', best: 'most', of: (one) => one?.twoPerSecond },
  { what: 'flood', best: 'most', of: (one) => one?.floodPerSecond },
  { what: '16 MiB', best: 'least', of: (one) => one?.carryNs },
  { what: 'skewed', best: 'most', of: (one) => one?.skewSpeedUp },
  { what: 'first result', best: 'least', of: (one) => one?.firstResultNs },
  { what: 'memory', best: 'least', of: (one) => one?.workerRssBytes },
];

/** Which aims were reached. */
export function aimLines(standings: readonly Standing[]): readonly string[] {
  return aimsOf(standings).map((aim) => {
    const { entrant, what, limit, unit, least, value } = aim;
    const wanted = `${least ? 'at least' : 'at most'} ${limit}${unit && ` ${unit}`}`;
    return `${markOf(aim)} ${entrant}: ${what} ${value === undefined ? 'not measured' : digits(value)} (${wanted})`;
  });
}

function markOf(aim: Aim): string {
  const reached = isReached(aim);
  if (reached === undefined) return '–';
  return reached ? '✓' : '✗';
}

function tripText({ trips }: Standing, layout: CoreLayout): string {
  const trip = trips[layout];
  return trip === undefined ? '–' : `${digits(trip.p50Ns / 1e3)} / ${digits(trip.p99Ns / 1e3)}`;
}

function figure(value: number | undefined, unit: number): string {
  return value === undefined ? '–' : digits(value / unit);
}

/** Three digits say more than such a measurement knows. */
function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
