import type { LaneMeans, Views, WaitPolicy } from '@crossover/model';
import type { ThreadData } from './protocol.ts';
import type { WorkerCrew } from './worker-crew.ts';
import type { WorkerThread } from './worker-thread.ts';

/** How a parent and its worker threads share a kernel's data, and with it the work: the parent's half. */
export interface ThreadPlacement {
  /** What the threads run. */
  readonly entry: URL;
  /** The parent's arena, and views on it. */
  readonly arena: ArrayBufferLike;
  readonly views: Views;
  /** What the lane makes for all threads; undefined where it makes nothing. */
  readonly means: () => Promise<LaneMeans | undefined>;
  /** How the threads and their parent really wait. */
  readonly waitPolicy: WaitPolicy;
  /** For new threads. Those before them have ended; these have not begun. */
  readonly begin: () => ThreadTerms;
}

/** On what terms threads work together. */
export interface ThreadTerms {
  /** What each is created with, beside what tells it from the others. */
  readonly data: Omit<ThreadData, 'index' | 'core'>;
  readonly gather: (threads: readonly WorkerThread[]) => WorkerCrew;
  /** How long they may take to leave by themselves before they are terminated, in milliseconds. */
  readonly graceMs: number;
}
