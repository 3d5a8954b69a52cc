import type { OperationTimes, Views, WaitPolicy } from '@crossover/model';
import type { BindRequest, Reply, SelfRequest } from './protocol.ts';
import type { Recipient } from './distribution.ts';

/** How a parent and its child processes share a kernel's data, and with it the work: the parent's half. */
export interface ProcessPlacement {
  /** What the children run. */
  readonly entry: URL;
  /** On the parent's arena. */
  readonly views: Views;
  /** How the children and their parent really wait. */
  readonly waitPolicy: WaitPolicy;
  /** The first thing that a child is told. */
  readonly bindRequest: (index: number) => BindRequest;
  /** Has new children work together. Those before them have ended; these have not begun. */
  readonly gather: (children: readonly Recipient[]) => ProcessCrew;
  /** Leaves nothing behind. May be called twice, when no child is left. */
  readonly release: () => void;
}

/** Children that are ready to work together. One call at a time. */
export interface ProcessCrew {
  /** @throws CrossoverError when a kernel throws or a child ends. */
  readonly operate: () => OperationTimes | Promise<OperationTimes>;
  /** Has every child say that there is nothing to do. */
  readonly empty: () => void | Promise<void>;
  /** Those from whom an answer is awaited, in the words of a failure. */
  readonly awaited: () => readonly string[];
  /** Has nobody wait for another one any more. */
  readonly stop: () => void;
  /** Asks every child the same about itself. */
  readonly ask: <Kind extends SelfRequest['kind']>(
    kind: Kind,
  ) => Promise<readonly Extract<Reply, { kind: Kind }>[]>;
}
