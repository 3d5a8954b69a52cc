import type { Cell } from './cell.ts';
import type { Estimate } from './estimate.ts';
import type { Place } from './floor.ts';

/**
 * From which size of the work on a lane and place cost less than the base. Sizes are told by the base's own warm time of
 * one operation, in nanoseconds: it grows with the work whatever a kernel's parameters mean.
 */
export type BreakEven =
  /** Costs more at the smallest size, and less from here on. */
  | ({ readonly kind: 'pays-from' } & Crossing)
  /** Costs less at the smallest size, and more from here on. */
  | ({ readonly kind: 'pays-up-to' } & Crossing)
  /** Costs less at every measured size. */
  | { readonly kind: 'always' }
  /** Costs more at every measured size. */
  | { readonly kind: 'never' }
  /** Costs more at every measured size; lines drawn on beyond the largest one cross here. Extrapolated. */
  | ({ readonly kind: 'pays-beyond' } & Crossing)
  | { readonly kind: 'not-measured'; readonly reason: string }
  | { readonly kind: 'inconclusive'; readonly reason: string };

/** Where two costs are equal. */
export interface Crossing {
  /** Size, as the base's warm time of one operation. */
  readonly baseNs: Estimate;
  /**
   * - `lines`: from the fitted costs, its interval by a bootstrap over blocks;
   * - `bracket`: between the two neighbouring sizes that were shown to lie on either side.
   */
  readonly from: 'lines' | 'bracket';
  /** The same size as a parameter of the kernel, between measured ones; absent where several parameters change. */
  readonly parameter?: { readonly name: string; readonly value: number };
}

/** Cost of an operation: `fixedNs` + `perBase` × the base's warm time. Neither is negative. */
export interface CostLine {
  readonly fixedNs: number;
  readonly perBase: number;
}

/** What a lane and place did at one size. */
export interface SizePoint {
  readonly workload: Cell['workload'];
  /** Warm time of the base, in nanoseconds. */
  readonly baseNs: number;
  /** Base time ÷ subject time of one operation. */
  readonly warm: Estimate;
  /** The same with what each needs to start, for a program that runs one operation and ends. */
  readonly cold: Estimate;
}

/** A lane and place of a kernel against the base, over the sizes at which both were measured. */
export interface BreakEvenResult extends Place {
  readonly kernel: string;
  readonly lane: Cell['lane'];
  /** In ascending order. */
  readonly sizes: readonly SizePoint[];
  /** The subject's; absent below three sizes. */
  readonly warmCost?: CostLine;
  readonly coldCost?: CostLine;
  readonly warm: BreakEven;
  readonly cold: BreakEven;
}
