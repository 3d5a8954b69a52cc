import { addonUnavailable, loadAddon } from '@crossover/addon';
import { CrossoverError, ELEMENT_BYTES, regionOf } from '@crossover/model';
import { scalarsOf } from './arguments.ts';
import { itemCalls } from './item-calls.ts';
import { missingSource } from './missing-source.ts';
import type { BoundPass, RegionPlace } from '@crossover/addon';
import type { ChunkPassSpec, KernelSpec, Lane, Work } from '@crossover/model';
import type { LaneIdentity } from './lane-identity.ts';

/** A lane of Rust in a Node-API addon. Works in the arena itself: Node-API hands over the memory, not a copy. */
export function addonLane(identity: LaneIdentity): Lane {
  const { source } = identity;
  return {
    ...identity,
    memory: 'arena',
    unavailable: async (kernelId) => (await missingSource(kernelId, identity)) ?? (await addonUnavailable()),
    bind: async (work) => {
      const { kernel } = work;
      const passes = binding(kernel, () =>
        kernel.passes.map((pass): BoundPass => {
          if (pass.calls !== 'item') return chunkPass(work, source, pass);
          return { run: itemCalls(work, pass, loadAddon().itemPass(kernel.id, source, pass.name)) };
        }),
      );
      return {
        inPlace: true,
        enter: () => {},
        load: () => {},
        run: (pass, start, end) => passes[pass]!.run(start, end),
        store: () => {},
      };
    },
    bindThreads: async (work, { threads, pinned }) => {
      const { kernel } = work;
      return binding(kernel, () => {
        const passes = kernel.passes.map((pass) => {
          if (pass.calls === 'item') throw new RangeError(`${pass.name} is called from JavaScript`);
          return chunkPass(work, source, pass);
        });
        const pool = new (loadAddon().ThreadPool)(threads, pinned);
        return {
          sweep: (pass, { chunking, chunkSize }) => pool.sweep(passes[pass]!, chunking, chunkSize),
          empty: () => pool.empty(),
          close: () => pool.close(),
        };
      });
    },
  };
}

/** @throws CrossoverError that says which kernel could not be bound. */
function binding<T>(kernel: KernelSpec, bind: () => T): T {
  try {
    return bind();
  } catch (error) {
    const message = `the addon does not bind ${kernel.id}: ${error instanceof Error ? error.message : String(error)}`;
    throw new CrossoverError({ code: 'lane-unavailable', message, hint: 'run `pnpm build --force`' }, error);
  }
}

function chunkPass(work: Work, source: string, pass: ChunkPassSpec): BoundPass {
  const { kernel, layout } = work;
  const request = {
    kernel: kernel.id,
    source,
    pass: pass.name,
    items: layout.items,
    scalars: scalarsOf(work),
    reads: pass.reads.map(({ region }) => place(work, region)),
    writes: pass.writes.map((region) => place(work, region)),
  };
  return new (loadAddon().BoundPass)(request, new Uint8Array(work.arena, 0, layout.byteLength));
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
