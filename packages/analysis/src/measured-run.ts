import type { Plan, RunHead, RunRecord } from '@crossover/model';

/** What a run folder holds: all that the analysis needs, and all that it looks at. */
export interface MeasuredRun {
  readonly head: RunHead;
  readonly plan: Plan;
  /** In the order in which they were written; a run that was interrupted holds fewer than planned. */
  readonly records: readonly RunRecord[];
}
