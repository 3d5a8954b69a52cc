import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sharedWasmUrl } from '@crossover/kernels';
import { CrossoverError, regionOf } from '@crossover/model';
import { regionsOf, scalarsOf } from './arguments.ts';
import { callable } from './webassembly-instance.ts';
import type { ArenaLayout, BoundKernel, SharedMemory, Work } from '@crossover/model';

/** Where the arena begins: as much as AssemblyScript leaves free in front of a module's own data. */
const BASE = 1_024;

const PAGE_BYTES = 65_536;

/**
 * One memory for the instances of all threads. Every instance writes its module's data to it again, has an allocator of
 * its own that knows nothing of the others, and a stack of its own. So it is for modules without data and without an
 * allocator only, and the host says where the arena is.
 */
export function sharedWebAssembly(source: string): SharedMemory {
  return {
    unavailable: async (kernelId) => {
      if (existsSync(sharedWasmUrl(kernelId, source))) return undefined;
      return {
        reason: `instances of ${kernelId} cannot have one memory: each keeps data there, or allocates, or is called once per item`,
        remedy: 'use the default placement',
      };
    },
    allocate: async (kernelId, layout) => {
      const module = await WebAssembly.compile(await readFile(sharedWasmUrl(kernelId, source)));
      const pages = Math.ceil((BASE + layout.byteLength) / PAGE_BYTES);
      // All at once: memory that grows leaves the views of other threads behind.
      const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
      return { layout: moved(layout), arena: memory.buffer, means: { module, memory } };
    },
  };
}

/** The same regions, BASE bytes further on. */
function moved(layout: ArenaLayout): ArenaLayout {
  const regions = layout.regions.map((region) => Object.assign({}, region, { offset: BASE + region.offset }));
  return { ...layout, regions, byteLength: BASE + layout.byteLength };
}

/** The kernel in a memory that the arena is in, and so are other instances. */
export function bindInPlace(work: Work, module: WebAssembly.Module, memory: WebAssembly.Memory): BoundKernel {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  if (callable(exports['ownEnd'], 'ownEnd')() > BASE) {
    const message = `the WASM module of ${work.kernel.id} keeps data of its own where others would overwrite it`;
    throw new CrossoverError({ code: 'lane-unavailable', message });
  }
  const passes = work.kernel.passes.map((pass) => {
    const places = regionsOf(pass).map((name) => regionOf(work.layout, name).offset);
    return callable(exports[pass.name], pass.name).bind(undefined, ...scalarsOf(work), ...places);
  });
  return {
    inPlace: true,
    enter: () => {},
    load: () => {},
    run: (pass, start, end) => passes[pass]!(start, end),
    store: () => {},
  };
}
