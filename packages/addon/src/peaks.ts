import { addonUnavailable, loadAddon } from './addon.ts';
import type { BandwidthPeak, Cache, MemoryLevel, Peaks } from '@crossover/model';

export interface PeakRequest {
  /** Numbers of threads to measure with, ascending. */
  readonly threads: readonly number[];
  /** Nearest first; none where the system does not tell. */
  readonly caches: readonly Cache[];
  /** Memory that may be used. */
  readonly freeBytes: number;
}

const MEBIBYTE = 2 ** 20;

/** STREAM asks for arrays of four times the last-level cache; there are three of them. */
const CACHES_OF_ARRAYS = 12;

/** Arrays where nothing is known of caches, and those that large caches would ask for. Every page has to be touched first. */
const LEAST_BYTES = 64 * MEBIBYTE;
const MOST_BYTES = 256 * MEBIBYTE;

/** Free memory that may be used. */
const MOST_SHARE = 0.25;

/**
 * Measures what this machine can do at most: about half a second for each number of threads. The calling thread does
 * nothing else meanwhile.
 */
export async function measurePeaks({ threads, caches, freeBytes }: PeakRequest): Promise<Peaks> {
  const unavailable = await addonUnavailable();
  if (unavailable !== undefined) return { status: 'unavailable', ...unavailable };
  const addon = loadAddon();
  const memoryBytes = Math.floor(Math.min(bytesBeyond(caches), freeBytes * MOST_SHARE));
  return {
    status: 'ok',
    arithmetic: threads.flatMap((count) => addon.arithmeticPeaks(count)),
    bandwidth: threads.flatMap((count) => [
      ...caches.map((cache) => at(cache.level, addon.cacheBandwidth(count, bytesWithin(cache, count)))),
      ...addon.memoryBandwidth(count, memoryBytes).map((peak) => at('memory', peak)),
    ]),
    caches,
  };
}

function at(level: MemoryLevel, peak: Omit<BandwidthPeak, 'level'>): BandwidthPeak {
  return { level, ...peak };
}

/** Half of a cache: something else lies in it, too. */
function bytesWithin({ bytes, own }: Cache, threads: number): number {
  return (bytes / 2) * (own ? threads : 1);
}

function bytesBeyond(caches: readonly Cache[]): number {
  const last = caches.at(-1)?.bytes ?? 0;
  return Math.min(MOST_BYTES, Math.max(LEAST_BYTES, CACHES_OF_ARRAYS * last));
}
