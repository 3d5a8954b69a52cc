import { MEMORY_LEVELS } from '@crossover/model';
import { significant } from './significant.ts';
import type { ArithmeticPeak, BandwidthPeak, MeasuredPeaks, PeakRate } from '@crossover/model';
import type { Symbols } from './symbols.ts';

const GIGA = 1e9;

/** The peaks of a machine, a sentence for arithmetic and one for bandwidth. */
export function peakSentences(
  { arithmetic, bandwidth }: MeasuredPeaks,
  { to }: Pick<Symbols, 'to'>,
): readonly string[] {
  const computing = [...Map.groupBy(arithmetic, ({ numbers, form }) => `${numbers} ${form}`).values()];
  const moving = MEMORY_LEVELS.flatMap((level) => {
    const own = bandwidth.filter((peak) => peak.level === level);
    return Map.groupBy(own, ({ stores }) => stores)
      .values()
      .toArray();
  });
  return [
    sentence(
      'Arithmetic',
      'thousand million operations per second',
      computing,
      (peak) => `${arithmeticText(peak)}:`,
    ),
    sentence(`Bandwidth by STREAM’s triad`, 'GB/s', moving, bandwidthText),
    computing.length + moving.length === 0
      ? ''
      : `Each is the best of ${repeatsText([...arithmetic, ...bandwidth], to)} repeats, in one process, before the first kernel: what others took from the machine meanwhile is missing from it.`,
  ].filter((text) => text !== '');
}

function sentence<Peak extends PeakRate>(
  what: string,
  unit: string,
  groups: readonly (readonly Peak[])[],
  nameOf: (peak: Peak) => string,
): string {
  const parts = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const rates = group.map(
      ({ threads, bestPerSecond }) => `${significant(bestPerSecond / GIGA)} (${threadsText(threads)})`,
    );
    return [`${nameOf(first)} ${rates.join(', ')}`];
  });
  return parts.length === 0 ? '' : `${what}, in ${unit}: ${parts.join('; ')}.`;
}

export function arithmeticText({ numbers, instructions }: ArithmeticPeak): string {
  return `${numbers}, ${instructions}`;
}

export function bandwidthText({ level, stores }: BandwidthPeak): string {
  return stores === 'streaming' ? `${level} written past the caches` : level;
}

function threadsText(threads: number): string {
  return threads === 1 ? '1 thread' : `${threads} threads`;
}

function repeatsText(peaks: readonly PeakRate[], to: string): string {
  const counts = peaks.map(({ repeats }) => repeats);
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  return fewest === most ? String(most) : `${fewest}${to}${most}`;
}
