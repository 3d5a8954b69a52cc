import type { LaneId } from './lane.ts';

/**
 * How V8 runs a function at a moment.
 * JavaScript climbs from `ignition` (interpreted) over `sparkplug` and `maglev` to `turbofan`; WebAssembly from
 * `liftoff` to `turbofan`. Above that there is none.
 */
export type Tier = 'uncompiled' | 'ignition' | 'sparkplug' | 'maglev' | 'liftoff' | 'turbofan';

/** That a function was found on another tier than before. */
export interface TierStep {
  readonly tier: Tier;
  /** After how many operations it was first found there. */
  readonly operations: number;
}

/** A function of a lane's own code. */
export interface FunctionTiers {
  /** One without a name goes by its index: `#3`. */
  readonly name: string;
  /** Whether it stands for a pass: the pass's own function, or the loop that calls it once per item. */
  readonly isPass: boolean;
  /** At least one; in the order in which they came. */
  readonly steps: readonly TierStep[];
}

/** That V8 gave up the optimised code of one of the lane's functions. */
export interface Deoptimisation {
  readonly function: string;
  /** `deopt-eager` where the code found an assumption wrong, `deopt-lazy` where something else did. */
  readonly kind: string;
  /** In V8's words: `wrong map`, `overflow`. */
  readonly reason: string;
  /** How many operations were complete. */
  readonly operations: number;
}

/** A kernel in a lane, watched by itself in one thread while V8 compiles it. */
export interface TierTrace {
  readonly kernel: string;
  readonly lane: LaneId;
  /** How many operations there were in all. */
  readonly operations: number;
  /** After how many of them it counted as warm: its passes on the top tier, or nothing new for long. */
  readonly warmAfter: number;
  readonly functions: readonly FunctionTiers[];
  readonly deoptimisations: readonly Deoptimisation[];
}

/** The tier that a function was on after so many operations. */
export function tierAfter({ steps }: Pick<FunctionTiers, 'steps'>, operations: number): Tier {
  return steps.findLast((step) => step.operations <= operations)?.tier ?? 'uncompiled';
}
