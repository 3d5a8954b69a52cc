import { formatRange, formatRatio } from './ratio.ts';
import { plainText } from './plain-text.ts';
import { saying } from './table.ts';
import { symbolsOf } from './symbols.ts';
import type { Column } from './table.ts';
import type { Estimate, ScalingLaw, ScalingPoint, ScalingResult } from '@crossover/model';
import type { Style } from './style.ts';

export const SCALING_TITLE = 'How it scales with workers';

/** A row for each number of workers of each kernel, lane and mode. */
export function scalingColumns(
  results: readonly ScalingResult[],
  style: Pick<Style, 'unicode'>,
): readonly Column[] {
  const points = results.flatMap((result) => result.points);
  // Of one kernel, all names would begin with it.
  const [first, ...others] = new Set(results.map(({ kernel }) => kernel));
  const common = first === undefined || others.length > 0 ? '' : `${first}/`;
  const symbols = symbolsOf(style);
  const column = (title: string, text: (point: ScalingPoint) => string): Column => ({
    title,
    align: 'right',
    texts: points.map((point) => plainText(text(point), style)),
  });
  const ratio = (one: Estimate | undefined): string => (one ? formatRatio(one.estimate, symbols) : '');
  return saying([
    {
      ...column(
        'cell',
        ({ cell, oversubscribed }) => `${cell.slice(common.length)}${oversubscribed ? ' !' : ''}`,
      ),
      align: 'left',
    },
    column('one thread', ({ absolute }) => ratio(absolute)),
    column('one worker', ({ relative }) => ratio(relative)),
    column('efficiency', ({ efficiency }) => percentOf(efficiency)),
    column('serial', ({ serial }) => percentOf(serial)),
    column('interval', ({ serial }) => shares(serial)),
    column('of capacity', ({ onCapacity }) => percentOf(onCapacity?.serial)),
    column('work', ({ loss }) => ratio(loss?.work)),
    column('used', ({ loss }) => ratio(loss?.utilisation)),
    column('alone', ({ loss }) => ratio(loss?.occupancy)),
  ]);
}

/** What the columns mean, the laws that were fitted, and why others were not. */
export function scalingSentences(
  results: readonly ScalingResult[],
  style: Pick<Style, 'unicode'>,
): readonly string[] {
  const fits = results.flatMap((result) => {
    const name = [result.kernel, result.workload, result.lane, result.mode].join('/');
    return [
      lawWords(`${name}, by Amdahl's law`, result.amdahl, style),
      lawWords(`${name}, by the universal scalability law`, result.usl, style),
      ...(result.usl.kind === 'fit' && result.better
        ? [`${name}: ${result.better === 'usl' ? 'the latter' : 'the former'} fits better.`]
        : []),
    ].filter((text) => text !== '');
  });
  const refused = (law: 'amdahl' | 'usl'): ReadonlySet<string> =>
    new Set(results.flatMap((result) => (result[law].kind === 'refused' ? result[law].reason : [])));
  const crowded = results.some(({ points }) => points.some(({ oversubscribed }) => oversubscribed));
  return [
    'Speed-ups over the lane on one thread, and over one worker of the mode; efficiency: the latter for each worker. Serial: the share of the work that was not divided, by Karp and Flatt; of capacity: if the cores that the machine really gave to so many threads were all that there were. Workers, work, used and alone multiply to the speed-up: below 1, dividing made more work, workers waited; the last one is about 1 where the basis had its thread to itself.',
    ...(crowded ? ['Marked !: more workers than cores; never fitted.'] : []),
    ...fits,
    ...[...refused('amdahl')].map((reason) => `Amdahl's law was not fitted: ${reason}.`),
    ...[...refused('usl')].map((reason) => `The universal scalability law was not fitted: ${reason}.`),
  ];
}

function lawWords(name: string, law: ScalingLaw, style: Pick<Style, 'unicode'>): string {
  if (law.kind === 'refused') return '';
  const crosstalk = law.crosstalk
    ? `, crosstalk ${percent(law.crosstalk.estimate)} (${shares(law.crosstalk)})`
    : '';
  const symbols = symbolsOf(style);
  const most =
    law.serial.low > 0
      ? {
          ...law.serial,
          estimate: 1 / law.serial.estimate,
          low: 1 / law.serial.high,
          high: 1 / law.serial.low,
        }
      : undefined;
  const limit = most && law.crosstalk === undefined ? `; never more than ${formatRange(most, symbols)}` : '';
  return `${name}: serial share ${percent(law.serial.estimate)} (${shares(law.serial)})${crosstalk}${limit}.`;
}

function percentOf(share: Estimate | undefined): string {
  return share === undefined ? '' : percent(share.estimate);
}

/** Shares of work, which may be below 0. */
function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function shares(interval: Estimate | undefined): string {
  return interval === undefined ? '' : `${percent(interval.low)} to ${percent(interval.high)}`;
}
