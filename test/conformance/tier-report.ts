import type { Lane } from '@crossover/model';

/** How V8 compiled a function: not at all, by a quick compiler, by Maglev, or by TurboFan, above which there is none. */
export type Tier = 'uncompiled' | 'baseline' | 'maglev' | 'turbofan';

/** A kernel in a lane, as V8 compiled it. */
export interface TierReport {
  /** Kernel and lane: `nbody/typescript`. */
  readonly cell: string;
  /** How many operations there were so far. */
  readonly operations: number;
  /** Functions that stand for the passes: their own, or, where those are called once per item, the loops that call them. */
  readonly passes: readonly string[];
  /** Of each function in the lane's own code, the passes among them; one without a name goes by its index: `#3`. */
  readonly tiers: Readonly<Record<string, Tier>>;
}

/** What the probe prints among V8's traces, one JSON text in a line. */
export type TierEvent =
  | { readonly kind: 'warm'; readonly report: TierReport }
  /** After many more operations. */
  | { readonly kind: 'done'; readonly report: TierReport };

/** What the probe's own lines begin with. */
export const EVENT_MARK = 'tier-probe: ';

/**
 * Passes that need not reach the top tier themselves, by cell, and why that is as it should be.
 * Instead, some other function of the lane has to.
 */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'pidigits/typescript':
    'called once per operation, for its one item; it only hands on to the loop over the digits',
  'pidigits/assemblyscript':
    'called once per operation, for its one item; the work is done by the big integers',
};

/** Whether V8 compiles the lane, and is meant to do it well: an extra lane may be there to show what goes wrong. */
export function isCompiledByV8({ source, standing }: Lane): boolean {
  return !source.endsWith('.rs') && standing !== 'extra';
}

/** Whether everything that has to be on the top tier is there. */
export function isOnTop({ cell, passes, tiers }: TierReport): boolean {
  if (EXCEPTIONS[cell] !== undefined) return Object.values(tiers).includes('turbofan');
  return passes.every((pass) => tiers[pass] === 'turbofan');
}
