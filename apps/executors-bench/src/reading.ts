import type { CoreLayout } from './core-layout.ts';

/** How much of everything a process measures. */
export interface Extent {
  /** Round trips to warm up, and as many again that count. */
  readonly roundTrips: number;
  /** Time for either, at most, in milliseconds. */
  readonly mostMs: number;
  /** How often whatever takes longer is repeated; the median counts. */
  readonly repeats: number;
}

export const USUAL: Extent = { roundTrips: 2_000, mostMs: 100, repeats: 3 };

/** What a measuring process is asked, as one JSON argument: any reading can be repeated by hand. */
export interface ReadingRequest {
  readonly entrant: string;
  readonly layout: CoreLayout;
  readonly extent: Extent;
}

/** What one fresh process found. All but the round trips in the layout `free` only. */
export interface Reading {
  /** Of a pool of one worker, one task at a time. */
  readonly p50Ns: number;
  readonly p99Ns: number;
  /** From before a pool of one worker is made to its first answer. */
  readonly firstResultNs?: number;
  /** What a thread adds to its process, or a process has. */
  readonly workerRssBytes?: number;
  /** With each shared page divided among those that share it; processes only. */
  readonly workerPssBytes?: number;
  /** Tasks of nothing per second with two workers, two under way at any time. */
  readonly twoPerSecond?: number;
  /** Items per second with two workers, all handed over at once. */
  readonly floodPerSecond?: number;
  /** Until 16 MiB have arrived, and this is known. */
  readonly carryNs?: number;
  /** Of two workers over a loop in one thread, where one item in twenty costs a hundred times as much as the others. */
  readonly skewSpeedUp?: number;
}

/** A reading that was asked for, and what came of it. */
export interface Outcome {
  readonly entrant: string;
  readonly layout: CoreLayout;
  readonly round: number;
  /** Absent where it failed. */
  readonly reading?: Reading;
  readonly failure?: string;
}
