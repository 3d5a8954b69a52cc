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
  /** All children have bound the kernel. */
  readonly gather: (children: readonly Recipient[]) => ProcessCrew;
  /** Nobody waits for a child any more. May be called twice. */
  readonly stop: () => void;
  /** All children have ended. */
  readonly release: () => void;
}

/** Children that are ready to work together. One call at a time. */
export interface ProcessCrew {
  /** @throws CrossoverError when a kernel throws or a child ends. */
  readonly operate: () => OperationTimes | Promise<OperationTimes>;
  /** Has every child say that there is nothing to do. */
  readonly empty: () => void | Promise<void>;
  /** Asks every child the same about itself. */
  readonly ask: <Kind extends SelfRequest['kind']>(
    kind: Kind,
  ) => Promise<readonly Extract<Reply, { kind: Kind }>[]>;
}
