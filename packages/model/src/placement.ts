import type { LaneId, Unavailable } from './lane.ts';

/** Name of a tuned placement, such as `shared`. A mode's own placement has none. */
export type PlacementId = string;

/** Stands for a mode's own placement where placements are chosen by name. */
export const DEFAULT_PLACEMENT = 'default';

/** A tuned placement of a mode: where the data of a cell lies, if not where the mode puts it. */
export interface PlacementChoice {
  readonly id: PlacementId;
  readonly title: string;
  /** Resolves to the reason when this machine does not offer it for the kernel in that lane. */
  readonly unavailable: (lane: LaneId, kernelId: string) => Promise<Unavailable | undefined>;
}
