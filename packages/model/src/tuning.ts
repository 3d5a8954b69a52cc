import type { Chunking } from './chunking.ts';
import type { WaitPolicy } from './wait-policy.ts';

/** How executors are told to go about it, the same in all cells of a run; what is absent they choose themselves. */
export interface Tuning {
  readonly waitPolicy?: WaitPolicy;
  readonly chunking?: Chunking;
  /** Present when every worker is to stay on a core of its own. */
  readonly pinned?: true;
}

/** The tuning in something that has more fields than that. */
export function tuningOf({ waitPolicy, chunking, pinned }: Tuning): Tuning {
  return { ...(waitPolicy && { waitPolicy }), ...(chunking && { chunking }), ...(pinned && { pinned }) };
}
