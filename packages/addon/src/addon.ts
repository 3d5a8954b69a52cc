import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesHash } from './sources-hash.ts';
import type { ArithmeticPeak, BandwidthPeak, Chunking, SweepTimes, Unavailable } from '@crossover/model';

/** Where the build puts the addon, for the machine that it was built on. */
export const ADDON_PATH: string = join(import.meta.dirname, '../native/crossover.node');

/** A region's place in the arena; mirrors `RegionPlace` in Rust. */
export interface RegionPlace {
  readonly offset: number;
  readonly length: number;
  readonly elementBytes: number;
  readonly division: 'whole' | 'stride' | 'boundaries' | 'segments';
  /** Elements per item with `stride`; offset of the boundaries in bytes with `segments`; else 0. */
  readonly detail: number;
}

/** What a pass is bound to; mirrors `PassRequest` in Rust. */
export interface PassRequest {
  readonly kernel: string;
  readonly source: string;
  readonly pass: string;
  readonly items: number;
  readonly scalars: readonly number[];
  readonly reads: readonly RegionPlace[];
  readonly writes: readonly RegionPlace[];
}

/** A pass bound to an arena. */
export interface BoundPass {
  readonly run: (start: number, end: number) => void;
}

/** Threads of Rust's own, which stay until they are closed. */
export interface ThreadPool {
  /**
   * Runs all items of a pass, cut as told, and returns when all are done; `SweepTimes` mirrors that in Rust.
   * @throws Error when the kernel panics; the pool can be used again then.
   */
  readonly sweep: (pass: BoundPass, chunking: Chunking, chunkSize: number) => SweepTimes;
  /** Has every thread say that there is nothing to do, and returns when all have. */
  readonly empty: () => void;
  /** Safe to call twice. */
  readonly close: () => void;
}

/** A function of Rust that takes an item's numbers and arrays. */
export type ItemPass = (...parts: readonly (number | ArrayBufferView)[]) => unknown;

/** What the addon exports. */
export interface Addon {
  readonly sourcesHash: () => string;
  readonly simdPath: () => string;
  /** The function of a pass that is called once per item. */
  readonly itemPass: (kernel: string, source: string, pass: string) => ItemPass;
  readonly BoundPass: new (request: PassRequest, arena: Uint8Array) => BoundPass;
  readonly ThreadPool: new (threads: number, pinned: boolean) => ThreadPool;
  /** Peaks of arithmetic with so many threads. */
  readonly arithmeticPeaks: (threads: number) => readonly ArithmeticPeak[];
  /** How fast so many bytes in a cache come and go, all threads together. */
  readonly cacheBandwidth: (threads: number, bytes: number) => Omit<BandwidthPeak, 'level'>;
  /** The same of memory, with stores of each kind that there is. */
  readonly memoryBandwidth: (threads: number, bytes: number) => readonly Omit<BandwidthPeak, 'level'>[];
  /** Why no file can be mapped here; null when it can. */
  readonly sharedMemoryProblem: () => string | null;
  /** Gives an empty file so many bytes and maps it; see `SharedMapping`. */
  readonly mapNewFile: (path: string, bytes: number) => SharedArrayBuffer;
  readonly mapFile: (path: string) => SharedArrayBuffer;
  /** Sleeps as long as the word holds the value, at most so long; may wake for no reason. In any process. */
  readonly futexWait: (words: Int32Array, index: number, value: number, timeoutMs: number) => void;
  /** Wakes all that sleep on the word, in any process. */
  readonly futexWake: (words: Int32Array, index: number) => void;
  /** Has the calling thread run on that core only. Linux; elsewhere it throws. */
  readonly pinThread: (core: number) => void;
  /** The cores that the calling thread may run on, ascending. Linux; elsewhere it throws. */
  readonly ownAffinity: () => readonly number[];
  /**
   * Has the system kill this process as soon as the thread that started it is gone. False when that process is not its
   * parent any more, and so cannot take it along. Linux; elsewhere it throws.
   */
  readonly endWithParent: (parent: number) => boolean;
}

/**
 * Loads the addon.
 * @throws Error when it is missing or does not load; see `addonUnavailable` for the reason in words.
 */
export function loadAddon(): Addon {
  const addon: Addon = createRequire(import.meta.url)(ADDON_PATH);
  return addon;
}

/** The vector instructions that the tuned Rust sources use on this machine (`avx2`, `neon`), or why that is unknown. */
export async function simdPath(): Promise<string | Unavailable> {
  return (await addonUnavailable()) ?? loadAddon().simdPath();
}

/** Why the addon cannot be used, or undefined when it can. */
export async function addonUnavailable(): Promise<Unavailable | undefined> {
  if (!existsSync(ADDON_PATH)) {
    return {
      reason: 'the Rust addon is not built',
      remedy:
        'install a Rust toolchain (cargo on the PATH), then run the command again: it builds what is missing',
    };
  }
  const rebuild = 'run `pnpm build --force` with cargo on the PATH';
  let built: string;
  try {
    built = loadAddon().sourcesHash();
  } catch (error) {
    const problem = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { reason: `the Rust addon does not load: ${problem}`, remedy: rebuild };
  }
  if (built === (await sourcesHash())) return undefined;
  return { reason: 'the Rust addon was built from other sources than those here', remedy: rebuild };
}
