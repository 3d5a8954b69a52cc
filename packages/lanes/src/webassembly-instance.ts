import { readFile } from 'node:fs/promises';
import { threadId } from 'node:worker_threads';
import { wasmUrl } from '@crossover/kernels';
import { CrossoverError, regionOf, viewsOf } from '@crossover/model';
import { regionsOf, scalarsOf } from './arguments.ts';
import { itemCalls } from './item-calls.ts';
import type { ItemPassSpec, Work } from '@crossover/model';

/**
 * How long an instance is used: for all operations, or for one pass, with the module compiled once or anew for each.
 * With a kernel of one pass, which is done once, that is one operation.
 */
export type InstanceLife = 'kept' | 'fresh-instance' | 'fresh-module';

/** A kernel's module, bound to its memory. */
export interface Instance {
  /** Where the arena lies in the module's memory. */
  readonly base: number;
  readonly passes: readonly ((start: number, end: number) => void)[];
}

/**
 * Compiles a kernel's module.
 * @param memory of all its instances, one after the other
 * @returns gives the instance to use in a pass that begins, and before the first one
 * @throws CrossoverError `lane-unavailable` when the module is not the kernel's.
 */
export async function instancesOf(
  work: Work,
  source: string,
  life: InstanceLife,
  memory: WebAssembly.Memory,
): Promise<() => Instance> {
  switch (life) {
    case 'kept': {
      const instance = instantiate(work, await moduleOf(work, source), memory);
      return () => instance;
    }
    case 'fresh-instance': {
      const module = await moduleOf(work, source);
      return () => instantiate(work, module, cleared(memory));
    }
    case 'fresh-module': {
      const bytes = await readFile(wasmUrl(work.kernel.id, source));
      return () => instantiate(work, new WebAssembly.Module(unlikeAllBefore(bytes)), cleared(memory));
    }
  }
}

/** The module that was compiled for all threads of this process, or one that is compiled now. */
async function moduleOf({ kernel, means }: Work, source: string): Promise<WebAssembly.Module> {
  if (means?.module instanceof WebAssembly.Module) return means.module;
  return await compiled(kernel.id, source);
}

/** Compiles a kernel's module. */
export async function compiled(kernelId: string, source: string): Promise<WebAssembly.Module> {
  return await WebAssembly.compile(await readFile(wasmUrl(kernelId, source)));
}

/**
 * The memory as a module expects to find it. A new one would do as well, but V8 does not see how much memory the old
 * ones hold, and collects them too late: 2 GB after twenty operations that take 100 MB each.
 */
function cleared(memory: WebAssembly.Memory): WebAssembly.Memory {
  new Uint8Array(memory.buffer).fill(0);
  return memory;
}

function instantiate(work: Work, module: WebAssembly.Module, memory: WebAssembly.Memory): Instance {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const base = reserved(exports, work.layout.byteLength);
  const passes = work.kernel.passes.map((pass) => {
    const run = callable(exports[pass.name], pass.name);
    if (pass.calls === 'item') return calledPerItem(work, pass, run, { memory, base });
    const pointers = regionsOf(pass).map((name) => base + regionOf(work.layout, name).offset);
    return run.bind(undefined, ...scalarsOf(work), ...pointers);
  });
  return { base, passes };
}

/**
 * Where the module has made room for the arena.
 * @throws CrossoverError `lane-unavailable` when there is no room.
 */
function reserved(exports: WebAssembly.Exports, bytes: number): number {
  const reserve = callable(exports['reserveArena'], 'reserveArena');
  try {
    return reserve(bytes) >>> 0;
  } catch (error) {
    const message = `no room for an arena of ${bytes} bytes in WebAssembly memory`;
    throw new CrossoverError({ code: 'lane-unavailable', message, hint: 'use a smaller workload' }, error);
  }
}

/**
 * The calls of a pass whose function is called once per item. Arrays are copied with each call, each to the start of its
 * region in the module's memory, and that belongs to the call: a module has no other way to read them.
 * @throws CrossoverError `kernel-threw` from the calls when the memory has grown, which loses those places.
 */
function calledPerItem(
  work: Work,
  pass: ItemPassSpec,
  call: (...values: readonly number[]) => number,
  { memory, base }: { readonly memory: WebAssembly.Memory; readonly base: number },
): (start: number, end: number) => void {
  const { buffer } = memory;
  const views = viewsOf(work.layout, buffer, base);
  const calls = itemCalls(work, pass, call, (region) => ({
    view: views[region]!,
    address: base + regionOf(work.layout, region).offset,
  }));
  return (start, end) => {
    calls(start, end);
    if (memory.buffer === buffer) return;
    const message = `${pass.name} grew its memory, which a function called once per item must not`;
    throw new CrossoverError({ code: 'kernel-threw', message });
  };
}

let modules = 0;

/**
 * The same module with a custom section that no other has: V8 shares the compiled code of modules whose bytes are
 * equal, also between threads, as long as one of them is alive.
 */
function unlikeAllBefore(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(`${threadId}-${modules++}`);
  // Section 0, its length, the length of its name, the name; lengths below 128 take one byte.
  return Uint8Array.from([...bytes, 0, name.length + 1, name.length, ...name]);
}

export function callable(value: unknown, name: string): (...values: readonly number[]) => number {
  if (typeof value === 'function') return value as (...values: readonly number[]) => number;
  throw new CrossoverError({ code: 'lane-unavailable', message: `the WASM module does not export ${name}` });
}
