import { webAssemblyLane } from '../webassembly-lane.ts';
import type { Lane } from '@crossover/model';

/** AssemblyScript with the 128-bit vectors of WebAssembly. */
export const assemblyscriptSimd: Lane = webAssemblyLane({
  id: 'assemblyscript-simd',
  title: 'AssemblyScript (WASM SIMD)',
  order: 3,
  source: 'assembly-simd.ts',
  standing: 'tuned',
});
