import type { OperationTimes } from '@crossover/model';
import type { Reply, SelfRequest } from './protocol.ts';

/** Workers, threads or processes, that are ready to work together. One call at a time. */
export interface WorkerCrew {
  /** @throws CrossoverError when a kernel throws or a worker ends. */
  readonly operate: () => OperationTimes | Promise<OperationTimes>;
  /** Has every worker say that there is nothing to do. */
  readonly empty: () => void | Promise<void>;
  /** Those from whom an answer is awaited, in the words of a failure. */
  readonly awaited: () => readonly string[];
  /** Has nobody wait for another one any more. */
  readonly stop: () => void;
  /** Asks every worker the same about itself. */
  readonly ask: <Kind extends SelfRequest['kind']>(
    kind: Kind,
  ) => Promise<readonly Extract<Reply, { kind: Kind }>[]>;
}
