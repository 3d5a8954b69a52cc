import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { wasmUrl } from '@crossover/kernels';
import { CrossoverError, REGION_ALIGNMENT, regionOf, spanIn, viewsOf } from '@crossover/model';
import { regionsOf, scalarsOf } from '../arguments.ts';
import { missingSource } from '../missing-source.ts';
import type { BoundKernel, Lane, Work } from '@crossover/model';

const SOURCE = 'assembly.ts';
const PAGE_BYTES = 65_536;

/**
 * AssemblyScript compiled to WebAssembly. An instance has a memory of its own, as any module has that a
 * JavaScript program calls: inputs are copied in and outputs copied out, and the copies are timed.
 */
export const assemblyscript: Lane = {
  id: 'assemblyscript',
  title: 'AssemblyScript (WASM)',
  order: 1,
  source: SOURCE,
  tuned: false,
  memory: 'private-copy',
  unavailable: async (kernelId) => {
    const missing = missingSource(kernelId, SOURCE);
    if (missing !== undefined || existsSync(wasmUrl(kernelId, SOURCE))) return missing;
    return { reason: `the WASM module of ${kernelId} is not built`, remedy: 'run `pnpm build`' };
  },
  bind: async (work) => {
    const instance = await instantiate(work);
    return copying(work, instance);
  },
};

interface Instance {
  readonly memory: WebAssembly.Memory;
  /** Where the arena lies in the module's memory. */
  readonly base: number;
  readonly passes: readonly ((start: number, end: number) => void)[];
}

async function instantiate(work: Work): Promise<Instance> {
  const module = await WebAssembly.compile(await readFile(wasmUrl(work.kernel.id, SOURCE)));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const base = alignUp(callable(exports['heapBase'], 'heapBase')(), REGION_ALIGNMENT);
  // The full size at once: growing later would leave views on the old buffer behind.
  const missing = base + work.layout.byteLength - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  const passes = work.kernel.passes.map((pass) => {
    const run = callable(exports[pass.name], pass.name);
    const pointers = regionsOf(pass).map((name) => base + regionOf(work.layout, name).offset);
    return run.bind(undefined, ...scalarsOf(work), ...pointers);
  });
  return { memory, base, passes };
}

function copying(work: Work, { memory, base, passes }: Instance): BoundKernel {
  const outside = viewsOf(work.layout, work.arena);
  const inside = viewsOf(work.layout, memory.buffer, base);
  const span = (region: string, start: number, end: number) =>
    spanIn(work.layout, outside, region, start, end);
  const reads = (pass: number, own: boolean): readonly string[] =>
    work.kernel.passes[pass]!.reads.filter(
      (read) => own === (read.span === 'own' && regionOf(work.layout, read.region).division.kind !== 'whole'),
    ).map((read) => read.region);
  const wholes = work.kernel.passes.map((_, pass) => reads(pass, false));
  const owns = work.kernel.passes.map((_, pass) => reads(pass, true));
  return {
    enter: (pass) => {
      for (const name of wholes[pass]!) inside[name]!.set(outside[name]!);
    },
    load: (pass, start, end) => {
      for (const name of owns[pass]!) {
        const { from, to } = span(name, start, end);
        inside[name]!.set(outside[name]!.subarray(from, to), from);
      }
    },
    run: (pass, start, end) => passes[pass]!(start, end),
    store: (pass, start, end) => {
      for (const name of work.kernel.passes[pass]!.writes) {
        const { from, to } = span(name, start, end);
        outside[name]!.set(inside[name]!.subarray(from, to), from);
      }
    },
  };
}

function callable(value: unknown, name: string): (...values: readonly number[]) => number {
  if (typeof value === 'function') return value as (...values: readonly number[]) => number;
  throw new CrossoverError({ code: 'lane-unavailable', message: `the WASM module does not export ${name}` });
}

function alignUp(address: number, alignment: number): number {
  return Math.ceil(address / alignment) * alignment;
}
