import type { Views, WaitPolicy } from '@crossover/model';
import type { BindRequest } from './protocol.ts';
import type { Recipient } from './distribution.ts';
import type { WorkerCrew } from './worker-crew.ts';

/** How a parent and its child processes share a kernel's data, and with it the work: the parent's half. */
export interface ProcessPlacement {
  /** What the children run. */
  readonly entry: URL;
  /** On the parent's arena. */
  readonly views: Views;
  /** How the children and their parent really wait. */
  readonly waitPolicy: WaitPolicy;
  /** Descriptor of a file that the children have open as well, where there is one. */
  readonly inherits?: number;
  /** The first thing that a child is told. */
  readonly bindRequest: (index: number) => BindRequest;
  /** Has new children work together. Those before them have ended; these have not begun. */
  readonly gather: (children: readonly Recipient[]) => WorkerCrew;
  /** Leaves nothing behind. May be called twice, when no child is left. */
  readonly release: () => void;
}
