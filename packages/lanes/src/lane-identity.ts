import type { Lane } from '@crossover/model';

/** What tells apart the lanes that are bound in the same way. */
export type LaneIdentity = Pick<Lane, 'id' | 'title' | 'order' | 'source' | 'standing'>;
