import { webAssemblyLane } from '../webassembly-lane.ts';
import type { Lane } from '@crossover/model';

/**
 * AssemblyScript as a program uses it that calls once: a new module, and all work in one long call. V8 starts with its
 * baseline compiler (Liftoff), and never replaces the code of a WebAssembly call that is running.
 */
export const assemblyscriptOneCall: Lane = webAssemblyLane(
  {
    id: 'assemblyscript-one-call',
    title: 'AssemblyScript (WASM, one long call)',
    order: 6,
    source: 'assembly-one-call.ts',
    standing: 'extra',
  },
  { life: 'fresh-module', chunksPerWorker: 1 },
);
