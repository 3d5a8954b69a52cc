import { formatInterval, formatRatio } from './ratio.ts';
import { saying } from './table.ts';
import type { Column } from './table.ts';
import type { OverallEffect } from '@crossover/model';
import type { Symbols } from './symbols.ts';

/** Over all kernels: how often each lane and mode is faster than the base, and by what factor typically. */
export function overallColumns(overall: readonly OverallEffect[], symbols: Symbols): readonly Column[] {
  const severalWorkloads = new Set(overall.map(({ workload }) => workload)).size > 1;
  const column = (
    title: string,
    align: Column['align'],
    text: (effect: OverallEffect) => string,
  ): Column => ({
    title,
    align,
    texts: overall.map(text),
  });
  return saying([
    ...(severalWorkloads ? [column('workload', 'left', ({ workload }) => workload)] : []),
    column('lane', 'left', ({ lane }) => lane),
    column('mode', 'left', ({ mode, workers }) => (workers > 1 ? `${mode}-${workers}` : mode)),
    column('faster', 'right', ({ wins }) => String(wins)),
    column('same', 'right', ({ ties }) => String(ties)),
    column('slower', 'right', ({ losses }) => String(losses)),
    column('open', 'right', ({ undecided }) => String(undecided)),
    column('mean', 'right', ({ speedUp }) => (speedUp ? formatRatio(speedUp.estimate, symbols) : '')),
    column('interval', 'left', ({ speedUp }) => (speedUp ? formatInterval(speedUp, symbols) : '')),
  ]);
}

/** What the columns mean. */
export function overallLegend(overall: readonly OverallEffect[]): string {
  const counts =
    'Numbers of kernels on which a cell is faster than single-thread TypeScript, the same, slower, or where that is open';
  const averaged = overall.some(({ speedUp }) => speedUp !== undefined);
  return averaged
    ? `${counts}; and the geometric mean of the speed-ups, with its 95 % interval over kernels.`
    : `${counts}.`;
}
