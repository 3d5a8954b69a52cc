import { median } from '@crossover/statistics';
import { CORE_LAYOUTS } from './core-layout.ts';
import type { CoreLayout } from './core-layout.ts';
import type { Entrant } from './contender.ts';
import type { Outcome, Reading } from './reading.ts';

/** Medians over the rounds; a figure is absent where no round has it. */
export interface Standing extends Omit<Reading, 'p50Ns' | 'p99Ns'> {
  readonly entrant: string;
  readonly trips: { readonly [Layout in CoreLayout]?: Pick<Reading, 'p50Ns' | 'p99Ns'> };
}

const FIGURES = [
  'firstResultNs',
  'workerRssBytes',
  'workerPssBytes',
  'twoPerSecond',
  'floodPerSecond',
  'carryNs',
  'skewSpeedUp',
] as const;

export function standingOf({ id }: Pick<Entrant, 'id'>, outcomes: readonly Outcome[]): Standing {
  const own = outcomes.filter(({ entrant }) => entrant === id);
  const middle = (layout: CoreLayout, field: keyof Reading): number | undefined => {
    const values = own.flatMap((one) => (one.layout === layout ? (one.reading?.[field] ?? []) : []));
    return values.length === 0 ? undefined : median(values);
  };
  const trips = CORE_LAYOUTS.flatMap((layout) => {
    const [p50Ns, p99Ns] = [middle(layout, 'p50Ns'), middle(layout, 'p99Ns')];
    return p50Ns === undefined || p99Ns === undefined ? [] : [[layout, { p50Ns, p99Ns }] as const];
  });
  const figures = FIGURES.flatMap((field) => {
    const value = middle('free', field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { entrant: id, trips: Object.fromEntries(trips), ...Object.fromEntries(figures) };
}
