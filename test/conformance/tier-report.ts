import { tierAfter } from '@crossover/model';
import type { FunctionTiers, Lane, Tier, TierTrace } from '@crossover/model';

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

/** Whether everything that has to be on the top tier is there when the lane is warm. */
export function isOnTop({ kernel, lane, functions, warmAfter }: TierTrace): boolean {
  const isTop = (one: FunctionTiers): boolean => tierAfter(one, warmAfter) === 'turbofan';
  if (EXCEPTIONS[`${kernel}/${lane}`] !== undefined) return functions.some(isTop);
  return functions.some(({ isPass }) => isPass) && functions.filter(({ isPass }) => isPass).every(isTop);
}

/** The tier of each function, by its name, after so many operations. */
export function tiersAfter({ functions }: TierTrace, operations: number): Readonly<Record<string, Tier>> {
  return Object.fromEntries(functions.map((one) => [one.name, tierAfter(one, operations)]));
}
