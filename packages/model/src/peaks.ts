import type { Failure } from './failure.ts';
import type { Unavailable } from './lane.ts';
import type { Numbers } from './work-count.ts';

/** A rate that so many threads reached together, each on a core of its own if there are as many. */
export interface PeakRate {
  readonly threads: number;
  /** Highest of the repeats: what the machine can do. In arithmetic operations, or bytes, per second. */
  readonly bestPerSecond: number;
  /** Median of the repeats: what it did while others used it as well. */
  readonly medianPerSecond: number;
  readonly repeats: number;
}

/** How fast the machine computes with numbers that lie in its registers. */
export interface ArithmeticPeak extends PeakRate {
  readonly numbers: Numbers;
  /** One number, or several, per instruction. */
  readonly form: 'scalar' | 'vector';
  /** What it was reached with: `avx2, fma`, `add, xor, multiply`. */
  readonly instructions: string;
}

/** Places that data come from, nearest first. */
export const MEMORY_LEVELS = ['L1', 'L2', 'L3', 'memory'] as const;

export type MemoryLevel = (typeof MEMORY_LEVELS)[number];

/**
 * How fast data come and go, by STREAM's triad a = b + s · c, which moves 24 bytes for each element.
 * J. McCalpin, Memory Bandwidth and Machine Balance in Current High Performance Computers, 1995.
 */
export interface BandwidthPeak extends PeakRate {
  readonly level: MemoryLevel;
  /** Whether what is written goes through the caches, or (`streaming`) past them. */
  readonly stores: 'cached' | 'streaming';
  /** The three arrays of all threads together. */
  readonly bytes: number;
}

/** A cache of this machine. */
export interface Cache {
  readonly level: Exclude<MemoryLevel, 'memory'>;
  readonly bytes: number;
  /** Whether every core has one of its own. */
  readonly own: boolean;
}

/** What this machine can do at most: measured once per run, in a fresh process, by the addon. */
export type Peaks = MeasuredPeaks | UnavailablePeaks | FailedPeaks;

export interface MeasuredPeaks {
  readonly status: 'ok';
  readonly arithmetic: readonly ArithmeticPeak[];
  readonly bandwidth: readonly BandwidthPeak[];
  /** Those that the system tells of, nearest first. */
  readonly caches: readonly Cache[];
}

/** There is nothing to measure them with. */
export interface UnavailablePeaks extends Unavailable {
  readonly status: 'unavailable';
}

export interface FailedPeaks {
  readonly status: 'failed';
  readonly failure: Failure;
}

/** Peaks as a run keeps them. */
export type PeaksRecord = Peaks & { readonly kind: 'peaks' };
