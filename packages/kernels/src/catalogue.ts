import { CrossoverError } from '@crossover/model';
import { KERNELS } from './registry.ts';
import { SOURCE_SIZES } from './source-sizes.ts';
import type { KernelEntry } from './entry.ts';
import type { SourceSize } from './source-size.ts';
import type { KernelSpec } from '@crossover/model';

/** Names of all kernels, in alphabetical order. */
export const KERNEL_IDS: readonly string[] = Object.keys(KERNELS);

/**
 * The spec of a kernel.
 * @throws CrossoverError `usage` when there is none of that name.
 */
export async function loadKernel(id: string): Promise<KernelSpec> {
  return await kernelEntry(id).spec();
}

/**
 * The functions of a kernel's source for V8, by pass name.
 * @throws CrossoverError `lane-unavailable` when the kernel has no such source.
 */
export async function loadTypescript(id: string, source: string): Promise<Readonly<Record<string, unknown>>> {
  const module = await kernelEntry(id).typescript[source]?.();
  if (module !== undefined) return { ...module };
  throw new CrossoverError({ code: 'lane-unavailable', message: `${id} has no ${source}`, where: id });
}

/** Whether a kernel's folder holds that source file. */
export function hasSource(id: string, source: string): boolean {
  return kernelEntry(id).sources.includes(source);
}

/** How much code that source of a kernel is; absent where there is no such source. */
export function sourceSizeOf(id: string, source: string): SourceSize | undefined {
  return SOURCE_SIZES[id]?.[source];
}

/** Where the build puts the module that it compiles from an AssemblyScript source. */
export function wasmUrl(id: string, source: string): URL {
  return new URL(`../wasm/${id}/${source.replace(/\.ts$/, '.wasm')}`, import.meta.url);
}

/**
 * The same for a module whose instances, one in each thread, can have one memory: none that keeps data of its own there,
 * or allocates.
 */
export function sharedWasmUrl(id: string, source: string): URL {
  return wasmUrl(id, source.replace(/\.ts$/, '.shared.ts'));
}

function kernelEntry(id: string): KernelEntry {
  const entry = KERNELS[id];
  if (entry !== undefined) return entry;
  throw new CrossoverError({
    code: 'usage',
    message: `there is no kernel ${id}`,
    hint: `one of: ${KERNEL_IDS.join(', ')}`,
  });
}
