import { addonUnavailable, loadAddon } from '@crossover/addon';
import { CrossoverError, ELEMENT_BYTES, regionOf } from '@crossover/model';
import { scalarsOf } from './arguments.ts';
import { itemCalls } from './item-calls.ts';
import { missingSource } from './missing-source.ts';
import type { RegionPlace } from '@crossover/addon';
import type { Lane, Work } from '@crossover/model';
import type { LaneIdentity } from './lane-identity.ts';

/** A lane of Rust in a Node-API addon. Works in the arena itself: Node-API hands over the memory, not a copy. */
export function addonLane(identity: LaneIdentity): Lane {
  const { source } = identity;
  return {
    ...identity,
    memory: 'arena',
    unavailable: async (kernelId) => (await missingSource(kernelId, identity)) ?? (await addonUnavailable()),
    bind: async (work) => {
      const passes = boundPasses(work, source);
      return {
        enter: () => {},
        load: () => {},
        run: (pass, start, end) => passes[pass]!(start, end),
        store: () => {},
      };
    },
  };
}

function boundPasses(work: Work, source: string): readonly ((start: number, end: number) => void)[] {
  const { kernel, layout } = work;
  try {
    const { BoundPass, itemPass } = loadAddon();
    return kernel.passes.map((pass) => {
      if (pass.calls === 'item') return itemCalls(work, pass, itemPass(kernel.id, source, pass.name));
      const request = {
        kernel: kernel.id,
        source,
        pass: pass.name,
        items: layout.items,
        scalars: scalarsOf(work),
        reads: pass.reads.map(({ region }) => place(work, region)),
        writes: pass.writes.map((region) => place(work, region)),
      };
      const bound = new BoundPass(request, new Uint8Array(work.arena, 0, layout.byteLength));
      return (start, end) => bound.run(start, end);
    });
  } catch (error) {
    const message = `the addon does not bind ${kernel.id}: ${error instanceof Error ? error.message : String(error)}`;
    throw new CrossoverError({ code: 'lane-unavailable', message, hint: 'run `pnpm build --force`' }, error);
  }
}

function place({ layout }: Work, name: string): RegionPlace {
  const { offset, length, element, division } = regionOf(layout, name);
  const shape = { offset, length, elementBytes: ELEMENT_BYTES[element], division: division.kind };
  switch (division.kind) {
    case 'whole':
    case 'boundaries':
      return { ...shape, detail: 0 };
    case 'stride':
      return { ...shape, detail: division.elements };
    case 'segments':
      return { ...shape, detail: regionOf(layout, division.boundaries).offset };
  }
}
