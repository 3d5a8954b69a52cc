import { webAssemblyLane } from '../webassembly-lane.ts';
import type { Lane } from '@crossover/model';

/** AssemblyScript compiled to WebAssembly. */
export const assemblyscript: Lane = webAssemblyLane({
  id: 'assemblyscript',
  title: 'AssemblyScript (WASM)',
  order: 1,
  source: 'assembly.ts',
  standing: 'plain',
});
