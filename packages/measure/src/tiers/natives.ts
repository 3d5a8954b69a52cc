import { runInThisContext } from 'node:vm';
import type { Tier } from '@crossover/model';

/**
 * What V8 tells about its functions to those who start it with `--allow-natives-syntax`. Never in a process that
 * measures: the flag itself changes what is compiled.
 */
export interface Natives {
  readonly javascriptTier: (subject: unknown) => Tier;
  readonly webAssemblyTier: (subject: unknown) => Tier;
  /** Keeps a function from being optimised, and thereby from swallowing those that it calls. */
  readonly neverOptimise: (subject: unknown) => void;
  /** Prints by the same buffer as V8's traces, so that lines keep their order. */
  readonly print: (text: string) => void;
}

/** @throws SyntaxError when V8 was not started with `--allow-natives-syntax`. */
export function natives(): Natives {
  const isTurbofan = ask('ActiveTierIsTurbofan');
  const isMaglev = ask('ActiveTierIsMaglev');
  const isSparkplug = ask('ActiveTierIsSparkplug');
  const isIgnition = ask('ActiveTierIsIgnition');
  const isWasmTurbofan = ask('IsTurboFanFunction');
  const isWasmUncompiled = ask('IsUncompiledWasmFunction');
  return {
    javascriptTier: (subject) => {
      if (isTurbofan(subject)) return 'turbofan';
      if (isMaglev(subject)) return 'maglev';
      if (isSparkplug(subject)) return 'sparkplug';
      return isIgnition(subject) ? 'ignition' : 'uncompiled';
    },
    webAssemblyTier: (subject) => {
      if (isWasmUncompiled(subject)) return 'uncompiled';
      return isWasmTurbofan(subject) ? 'turbofan' : 'liftoff';
    },
    neverOptimise: runInThisContext('(f) => %NeverOptimizeFunction(f)') as (subject: unknown) => void,
    print: runInThisContext('(text) => %GlobalPrint(text)') as (text: string) => void,
  };
}

function ask(name: string): (subject: unknown) => boolean {
  return runInThisContext(`(f) => %${name}(f)`) as (subject: unknown) => boolean;
}
