import { MEMORY_LEVELS } from '@crossover/model';
import type {
  Cache,
  MeasuredPeaks,
  MemoryLevel,
  Numbers,
  PeakRate,
  PlannedTraffic,
  Roof,
} from '@crossover/model';

/** Work under the roof of a machine. */
export interface RoofedWork extends PlannedTraffic {
  readonly numbers: Numbers;
  readonly arithmetic: number;
}

/** What a machine allows for a work. All rates are arithmetic operations per second. */
export interface FoundRoof {
  readonly threads: number;
  readonly roof: Roof;
  readonly attainablePerSecond: number;
  /** The same with arithmetic that has no vectors; absent where that was not measured. */
  readonly scalarPerSecond?: number;
}

/** Undefined where a peak that it needs was not measured. */
export type RoofFor = (work: RoofedWork, workers: number) => FoundRoof | undefined;

/**
 * The roofs of a machine: attainable = min(peak of arithmetic, intensity × bandwidth), for as many threads as a cell has
 * workers, but no more than there are cores. Where so many were not measured, the next larger number that was.
 */
export function roofFor({ arithmetic, bandwidth, caches }: MeasuredPeaks, cores: number): RoofFor {
  return (work, workers) => {
    const threads = Math.min(workers, cores);
    const computing = arithmetic.filter(({ numbers }) => numbers === work.numbers);
    const arithmeticPeak = peakOf(computing, threads);
    const level = levelOf(work.arenaBytes, caches, threads);
    const bandwidthPeak = peakOf(
      bandwidth.filter((rate) => rate.level === level),
      threads,
    );
    if (arithmeticPeak === undefined || bandwidthPeak === undefined) return undefined;
    const fed = (work.arithmetic / work.bytes) * bandwidthPeak.bestPerSecond;
    const scalar = peakOf(
      computing.filter(({ form }) => form === 'scalar'),
      threads,
    );
    const { numbers, form, instructions, bestPerSecond } = arithmeticPeak;
    return {
      threads,
      attainablePerSecond: Math.min(bestPerSecond, fed),
      roof:
        bestPerSecond <= fed
          ? { kind: 'arithmetic', numbers, form, instructions }
          : { kind: 'bandwidth', level: bandwidthPeak.level, stores: bandwidthPeak.stores },
      ...(scalar && { scalarPerSecond: Math.min(scalar.bestPerSecond, fed) }),
    };
  };
}

/** The highest rate of so many threads or fewer, since what one can do, two can; of the next larger number where it is unknown. */
function peakOf<Rate extends PeakRate>(rates: readonly Rate[], threads: number): Rate | undefined {
  const counts = [...new Set(rates.map((rate) => rate.threads))].toSorted((a, b) => a - b);
  const count = counts.find((one) => one >= threads) ?? counts.at(-1);
  return rates
    .filter((rate) => count !== undefined && rate.threads <= count)
    .toSorted((a, b) => b.bestPerSecond - a.bestPerSecond)
    .at(0);
}

/** The nearest level that holds so many bytes; caches that cores have of their own count once for each thread. */
function levelOf(bytes: number, caches: readonly Cache[], threads: number): MemoryLevel {
  const holds = caches.filter((cache) => bytes <= cache.bytes * (cache.own ? threads : 1));
  const levels = new Set<MemoryLevel>(holds.map(({ level }) => level));
  return MEMORY_LEVELS.find((level) => levels.has(level)) ?? 'memory';
}
