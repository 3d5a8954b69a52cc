import type { Standing } from './standing.ts';

/** A figure of ours that should not be above (or below) a limit. */
export interface Aim {
  readonly what: string;
  readonly entrant: string;
  readonly unit: string;
  readonly limit: number;
  /** Whether the limit is the least, not the most. */
  readonly least?: true;
  /** Undefined where something that it needs was not measured. */
  readonly value: number | undefined;
}

type Figure = (standing: Standing | undefined) => number | undefined;

const MIB = 2 ** 20;

const tripOf =
  (layout: 'same' | 'cross'): Figure =>
  (one) =>
    scaled(one?.trips[layout]?.p50Ns, 1e3);
const spawn: Figure = (one) => scaled(one?.firstResultNs, 1e6);
const rss: Figure = (one) => scaled(one?.workerRssBytes, MIB);

/** What we want of our executors, with what came of it. */
export function aimsOf(standings: readonly Standing[]): readonly Aim[] {
  const of = (id: string): Standing | undefined => standings.find(({ entrant }) => entrant === id);
  const aim = (entrant: string, what: string, limit: number, unit: string, figure: Figure): Aim => ({
    what,
    entrant,
    unit,
    limit,
    value: figure(of(entrant)),
  });
  const part = (entrant: string, other: string, limit: number): Aim => {
    const [a, b] = [of(entrant)?.trips.same?.p50Ns, of(other)?.trips.same?.p50Ns];
    const value = a === undefined || b === undefined ? undefined : a / b;
    return { what: `round trip on the same core ÷ ${other}`, entrant, unit: '', limit, value };
  };
  return [
    aim('threads-park', 'round trip on the same core', 2.5, 'µs', tripOf('same')),
    aim('threads-spin', 'round trip across cores', 1, 'µs', tripOf('cross')),
    aim('shared-park', 'round trip on the same core', 3, 'µs', tripOf('same')),
    aim('shared-spin', 'round trip across cores', 1, 'µs', tripOf('cross')),
    part('threads-park', 'piscina', 0.25),
    part('threads-park', 'tinypool', 0.25),
    part('shared-park', 'tinypool-processes', 0.1),
    aim('threads-park', 'spawn to first result', 35, 'ms', spawn),
    aim('shared-park', 'spawn to first result', 35, 'ms', spawn),
    aim('threads-park', 'resident memory of a worker', 12, 'MiB', rss),
    aim('shared-park', 'resident memory of a process', 48, 'MiB', rss),
    aim('shared-park', 'PSS of a process', 15, 'MiB', (one) => scaled(one?.workerPssBytes, MIB)),
    { ...aim('threads-park', 'speed-up of skewed items', 1.9, '×', (one) => one?.skewSpeedUp), least: true },
  ];
}

/** Undefined where it was not measured. */
export function isReached({
  value,
  limit,
  least,
}: Pick<Aim, 'value' | 'limit' | 'least'>): boolean | undefined {
  if (value === undefined) return undefined;
  return least ? value >= limit : value <= limit;
}

function scaled(value: number | undefined, unit: number): number | undefined {
  return value === undefined ? undefined : value / unit;
}
