import { webAssemblyLane } from '../webassembly-lane.ts';
import type { Lane } from '@crossover/model';

/** AssemblyScript that never frees: its memory is dropped as a whole, with the instance. */
export const assemblyscriptStub: Lane = webAssemblyLane(
  {
    id: 'assemblyscript-stub',
    title: 'AssemblyScript (WASM, never frees)',
    order: 7,
    source: 'assembly-stub.ts',
    standing: 'extra',
  },
  { life: 'fresh-instance' },
);
