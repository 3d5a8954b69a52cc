import { webAssemblyLane } from '../webassembly-lane.ts';
import type { Lane } from '@crossover/model';

/** AssemblyScript that collects by itself while it allocates: what its compiler does unless told otherwise. */
export const assemblyscriptIncremental: Lane = webAssemblyLane({
  id: 'assemblyscript-incremental',
  title: 'AssemblyScript (WASM, collects by itself)',
  order: 8,
  source: 'assembly-incremental.ts',
  standing: 'extra',
});
